import { Notice } from "~/components/ui/notice";
import { Page, PageHeader } from "~/components/ui/page";
import type { ArticleDraft } from "~/domain/article/article";

import { CorrectArticleForm } from "./correct-article-form";
import { IntakeWays } from "./intake-ways";

export interface IntakeFormProps {
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
export function IntakeForm({ articleId, draft, message, errors, values, busy }: IntakeFormProps) {
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
      {correcting ? (
        <CorrectArticleForm
          key="correct"
          articleId={articleId}
          draft={draft}
          errors={errors}
          values={values}
          busy={busy === "save"}
        />
      ) : (
        <IntakeWays key="ways" articleId={articleId} errors={errors} values={values} busy={busy} />
      )}
    </Page>
  );
}
