import { createContext, useContext } from "react";

import { Time } from "~/components/ui/time";
import { sizeWords } from "~/domain/evidence/capture";
import type { PublishedCapture } from "~/domain/evidence/published-capture";
import { publicLookWords } from "~/domain/evidence/source-look";

/** The captures of the sources on a public page, and the address of the verdict that they belong to. */
export interface PublishedCaptures {
  slug: string;
  captures: readonly PublishedCapture[];
}

export const PublishedCapturesContext = createContext<PublishedCaptures | null>(null);

/** That the desk keeps a copy of a source, with its hash, and whether the source is still what it was. */
export function PublishedCaptureLine({ url }: { url: string }) {
  const shown = useContext(PublishedCapturesContext);
  const capture = shown?.captures.find(({ address }) => address === url);
  if (!shown || !capture) return null;
  const lost = publicLookWords(capture.outcome);
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      {lost === null || capture.lookedAt === null ? null : (
        <p className="font-medium text-warning">
          {lost} Seen <Time iso={capture.lookedAt} />. The desk keeps what it said before.
        </p>
      )}
      <p className="text-muted">
        Captured <Time iso={capture.fetchedAt} />, SHA-256{" "}
        <code className="font-mono text-xs break-all select-all">{capture.warcSha256}</code>
        {capture.isOffered ? (
          <>
            {" · "}
            <a
              href={`/claims/${shown.slug}/captures/${capture.id}`}
              download
              rel="nofollow"
              className="text-accent underline"
            >
              Capture (WARC, {sizeWords(capture.warcBytes)})
            </a>
          </>
        ) : null}
      </p>
    </div>
  );
}
