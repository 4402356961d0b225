import { Section } from "~/components/ui/page";
import { replySentences, type PublishedReply } from "~/domain/review/reply-sentence";

/** Whom we asked for comment, and what came of it, as the record has it. */
export function RightOfReply({ replies }: { replies: readonly PublishedReply[] | null }) {
  const sentences = replySentences(replies);
  if (sentences.length === 0) return null;
  return (
    <Section look="read" title="Right of reply" id="right-of-reply">
      <ul className="flex max-w-prose flex-col gap-3">
        {sentences.map(({ sentence, words }) => (
          <li key={sentence} className="flex flex-col gap-2 wrap-anywhere">
            <p>{sentence}</p>
            {words === null ? null : (
              <blockquote className="border-l-4 border-line-strong pl-3 font-serif whitespace-pre-line">
                {words}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
