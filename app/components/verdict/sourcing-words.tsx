import { otherSideLabel, type Sourcing } from "~/domain/evidence/sourcing";

/** What was said of the sources as a whole; nothing where nothing was. */
export function SourcingWords({ sourcing }: { sourcing: Sourcing | undefined }) {
  if (sourcing === undefined) return null;
  const { singleSource, otherSide, otherSideWords, otherSideBy } = sourcing;
  const by = otherSideBy.trim();
  return (
    <div className="flex max-w-prose flex-col gap-1.5 text-sm wrap-anywhere whitespace-pre-line">
      {singleSource.trim() === "" ? null : (
        <p>
          <span className="font-medium">Why one source is enough: </span>
          {singleSource.trim()}
        </p>
      )}
      {otherSide === "" ? null : (
        <p>
          <span className="font-medium">
            The other side: {otherSideLabel[otherSide].toLowerCase()}
            {by === "" ? "" : ` (${by})`}.{" "}
          </span>
          {otherSideWords.trim()}
        </p>
      )}
    </div>
  );
}
