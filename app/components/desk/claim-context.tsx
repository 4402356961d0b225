import { Link } from "@remix-run/react";

import { paragraphsInContext, splitParagraphs } from "~/domain/article/passages";
import type { ArticleVersion } from "~/domain/article/article";
import type { Claim } from "~/domain/claim/claim";

export interface ClaimContextProps {
  version: Pick<ArticleVersion, "text" | "language">;
  claim: Pick<Claim, "id" | "articleId" | "anchor">;
}

/** The claim's words in their own paragraph, with those around it where it is short, and the way to the whole article. */
export function ClaimContext({ version, claim }: ClaimContextProps) {
  const { start, end } = claim.anchor;
  const shown = paragraphsInContext(splitParagraphs(version.text, [{ id: claim.id, start, end }]));
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <blockquote
        lang={version.language}
        className="flex flex-col gap-3 border-l-4 border-line-strong pl-4 font-serif text-lg"
      >
        {shown.map((paragraph) => (
          <p key={paragraph.start} className="text-muted">
            {paragraph.passages.map(({ start: at, text, marks }) =>
              marks.length > 0 ? (
                <mark key={at} className="passage text-ink">
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </p>
        ))}
      </blockquote>
      <p className="text-sm">
        <Link
          to={`/desk/articles/${claim.articleId}?claim=${claim.id}`}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Read it in the whole article
        </Link>
      </p>
    </div>
  );
}
