import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { Notice } from "~/components/ui/notice";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import type { ArticleDraft } from "~/domain/article/article";

import { CorrectArticleForm } from "./correct-article-form";
import { IntakeWays } from "./intake-ways";

export interface IntakeFormProps {
  /** Articles that are this one, as far as can be told. */
  same: readonly { id: string; title: string; savedAt: string }[];
  originalId: string | null;
  /** The page that gives the bookmarklet, and what else is below the ways in. */
  below: ReactNode;
  /** The id that the article will have, so that sending the form twice saves one article. */
  articleId: string;
  /** What was found, to be corrected; null before anything was. */
  draft: ArticleDraft | null;
  message: string | null;
  errors: Record<string, string[]>;
  /** What was typed in the last try. */
  values: Record<string, string>;
  /** The intent that is on its way. */
  busy: string | null;
}

/** Takes in an article: first the text, in one of three ways, then the corrections by hand, then saving. */
export function IntakeForm({
  articleId,
  originalId,
  same,
  draft,
  message,
  errors,
  values,
  busy,
  below,
}: IntakeFormProps) {
  const correcting = draft !== null || values["intent"] === "save";
  return (
    <Page width="narrow">
      <PageHeader
        kicker={correcting ? "Step 2 of 2" : "Step 1 of 2"}
        title={correcting ? "Check what was read" : "New article"}
        meta={
          correcting
            ? "Correct what is wrong. Saving freezes the text: claims are tied to its exact words."
            : "Nothing is saved yet. You can check and correct everything in the next step."
        }
      />
      {message === null ? null : <Notice kind="danger" live title={message} />}
      {same.length === 0 ? null : (
        <Notice kind="warning" live title="This article is here already">
          <ul>
            {same.map(({ id, title, savedAt }) => (
              <li key={id}>
                <Link to={`/desk/articles/${id}`} className="text-accent underline">
                  {title}
                </Link>
                , saved <Time iso={savedAt} />
              </li>
            ))}
          </ul>
          It has the same address, the same words, or was read from the same file. Nothing of this
          one is saved; save it only if it is to be checked anew.
        </Notice>
      )}
      {correcting ? (
        <CorrectArticleForm
          key="correct"
          articleId={articleId}
          originalId={originalId}
          isKnown={same.length > 0 || values["known"] === "yes"}
          draft={draft}
          errors={errors}
          values={values}
          busy={busy === "save"}
        />
      ) : (
        <>
          <IntakeWays
            key="ways"
            articleId={articleId}
            errors={errors}
            values={values}
            busy={busy}
          />
          {below}
        </>
      )}
    </Page>
  );
}
