import { BlockDiff } from "~/components/desk/drift/block-diff";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { sizeWords, textFailureWords } from "~/domain/evidence/capture";
import type { LaterCapture } from "~/domain/evidence/later-capture";
import type { BlockChange } from "~/domain/verdict/compare-drafts";

export interface LaterCapturesProps {
  captureId: string;
  /** When the source was captured first. */
  firstAt: string;
  /** What later looks kept, the latest first. */
  later: readonly LaterCapture[];
  /** From the words of the capture to the latest of these; null where one of them has none. */
  blocks: readonly BlockChange[] | null;
}

/** What the source says since, beside what it said when it was captured. */
export function LaterCaptures({ captureId, firstAt, later, blocks }: LaterCapturesProps) {
  const [newest] = later;
  if (newest === undefined) return null;
  return (
    <Section title="What it says since" id="since">
      <ul className="flex flex-col gap-1 text-sm">
        {later.map((one) => (
          <li key={one.lookId} className="flex flex-wrap gap-x-3 gap-y-1">
            <span>
              Captured <Time iso={one.fetchedAt} />, answer {one.status}
            </span>
            <a
              href={`/desk/captures/${captureId}/later/${one.lookId}`}
              download
              className="text-accent underline"
            >
              WARC, {sizeWords(one.warcBytes)}
            </a>
            <code className="font-mono text-xs break-all text-muted select-all">
              {one.warcSha256}
            </code>
          </li>
        ))}
      </ul>
      {blocks === null ? (
        <p className="text-muted">
          {newest.status >= 400
            ? "The site answers that there is no such page, so there are no words to compare."
            : `The two cannot be compared word by word. ${textFailureWords[newest.noText ?? "not_read"]}`}
        </p>
      ) : (
        <>
          <p className="max-w-prose text-sm text-muted">
            From its words of <Time iso={firstAt} /> to those of <Time iso={newest.fetchedAt} />:
          </p>
          <BlockDiff blocks={blocks} language="" />
        </>
      )}
    </Section>
  );
}
