import { createContext, useContext } from "react";

import { Time } from "~/components/ui/time";
import { sizeWords } from "~/domain/evidence/capture";
import { captureOfSource, type PublishedCapture } from "~/domain/evidence/published-capture";
import { publicLookWords } from "~/domain/evidence/source-look";

/** The captures of the sources on a public page. */
export interface PublishedCaptures {
  /** Under which address each verdict stands, by its claim. */
  slugs: Readonly<Record<string, string>>;
  captures: readonly PublishedCapture[];
}

export const PublishedCapturesContext = createContext<PublishedCaptures | null>(null);

/** That the desk keeps a copy of a source, with its hash, and whether the source is still what it was. */
export function PublishedCaptureLine({ url }: { url: string }) {
  const shown = useContext(PublishedCapturesContext);
  const capture = shown && captureOfSource(shown.captures, url);
  if (!shown || !capture) return null;
  const { outcome, lookedAt, isOffered, later, withheldAt } = capture;
  const lost = publicLookWords(outcome);
  const slug = shown.slugs[capture.claimId];
  const path = isOffered && slug !== undefined ? `/claims/${slug}/captures/${capture.id}` : null;
  return (
    <div data-capture="" className="flex flex-col gap-0.5 text-sm">
      {lost === null || lookedAt === null ? null : (
        <p className="font-medium text-warning">
          {lost} Seen <Time iso={lookedAt} />.{" "}
          {withheldAt !== null
            ? "What it said before is withheld."
            : path === null
              ? "The desk keeps what it said before."
              : "What it said before can be read here:"}
        </p>
      )}
      <p className="text-muted">
        Captured <Time iso={capture.fetchedAt} />
        {", SHA-256 "}
        <Hash hash={capture.warcSha256} />
        {path === null ? null : (
          <Offer path={path} hasText={capture.textSha256 !== null} bytes={capture.warcBytes} />
        )}
      </p>
      {withheldAt === null ? null : (
        <p className="text-muted">
          The desk has withheld this capture from readers since <Time iso={withheldAt} />.
        </p>
      )}
      {later === null ? null : (
        <p className="text-muted">
          {outcome === "gone" ? "What came in its place" : "As it is since"}, captured{" "}
          <Time iso={later.fetchedAt} />
          {", SHA-256 "}
          <Hash hash={later.warcSha256} />
          {path === null ? null : (
            <Offer
              path={`${path}/later`}
              hasText={later.textSha256 !== null}
              bytes={later.warcBytes}
            />
          )}
        </p>
      )}
    </div>
  );
}

const Hash = ({ hash }: { hash: string }) => (
  <code className="font-mono text-xs break-all select-all">{hash}</code>
);

/** The words of a capture, and all of it. */
function Offer({ path, hasText, bytes }: { path: string; hasText: boolean; bytes: number }) {
  return (
    <>
      {hasText ? (
        <>
          {" · "}
          <a href={`${path}/text`} rel="nofollow" className="text-accent underline">
            Its words
          </a>
        </>
      ) : null}
      {" · "}
      <a href={path} download rel="nofollow" className="text-accent underline">
        Capture (WARC, {sizeWords(bytes)})
      </a>
    </>
  );
}
