import { DefinitionList } from "~/components/ui/definition-list";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { copyLabel, type ExternalCopy } from "~/domain/evidence/external-copy";
import { safeLink } from "~/domain/verdict/safe-link";

/** Copies of a capture that others hold; nothing where the desk has set none up. */
export function CopiesElsewhere({
  captureId,
  copies,
}: {
  captureId: string;
  copies: readonly ExternalCopy[];
}) {
  if (copies.length === 0) return null;
  return (
    <Section title="Copies elsewhere">
      <DefinitionList
        items={copies.map((copy) => ({
          term: copyLabel[copy.kind],
          value: <Copy captureId={captureId} copy={copy} />,
        }))}
      />
    </Section>
  );
}

function Copy({ captureId, copy }: { captureId: string; copy: ExternalCopy }) {
  const { state, url, stampedAt, failure } = copy;
  if (state === "failed") return `Given up: ${failure ?? "it did not work."}`;
  if (state !== "kept") {
    return failure === null ? "Asked for." : `Asked for. The last try: ${failure}`;
  }
  const address = url === null ? null : safeLink(url);
  if (stampedAt !== null) {
    return (
      <>
        <Time iso={stampedAt} />{" "}
        <a
          href={`/desk/captures/${captureId}/timestamp`}
          download
          className="text-accent underline"
        >
          Token
        </a>
      </>
    );
  }
  return address === null ? (
    url
  ) : (
    <a
      href={address}
      rel="noopener noreferrer nofollow"
      className="wrap-anywhere text-accent underline"
    >
      {url}
    </a>
  );
}
