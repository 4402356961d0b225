import { splitParagraphs } from "~/domain/article/passages";
import type { ArticleVersion } from "~/domain/article/article";
import type { Anchor } from "~/domain/claim/claim";

export interface ClaimContextProps {
  version: Pick<ArticleVersion, "text" | "language">;
  anchor: Pick<Anchor, "start" | "end">;
}

/** The claim's words where they stand: their paragraph, with the one before and the one after. */
export function ClaimContext({ version, anchor }: ClaimContextProps) {
  const paragraphs = splitParagraphs(version.text, [{ id: "claim", ...anchor }]);
  const has = paragraphs.map(({ passages }) => passages.some(({ marks }) => marks.length > 0));
  const shown = paragraphs.slice(Math.max(0, has.indexOf(true) - 1), has.lastIndexOf(true) + 2);
  return (
    <div
      lang={version.language}
      className="flex max-w-prose flex-col gap-3 border-l-4 border-line pl-4 font-serif text-base"
    >
      {shown.map(({ start, passages }) => (
        <p key={start}>
          {passages.map(({ start: at, text, marks }) =>
            marks.length > 0 ? (
              <mark key={at} className="passage">
                {text}
              </mark>
            ) : (
              <span key={at} className="text-muted">
                {text}
              </span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
