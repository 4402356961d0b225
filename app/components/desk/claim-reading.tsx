import { DefinitionList } from "~/components/ui/definition-list";
import { dimensionLabel, type Dimension } from "~/domain/claim/check-worthiness";
import type { Claim } from "~/domain/claim/claim";
import { dismissalLabel } from "~/domain/claim/dismissal";
import { insertedWords } from "~/domain/claim/inserted-words";
import { attributionLabel } from "~/domain/claim/split-output";

const shownDimensions: readonly Dimension[] = ["checkability", "publicInterest", "specificity"];

/** What the engine read out of a claim: what it is worth and why, who says it and how, and what stays open. */
export function ClaimReading({ claim }: { claim: Claim }) {
  const { dimensions, attribution, needsContext, dismissalReason, dismissalKind } = claim;
  const hasAddedWords = insertedWords(claim.statement, claim.anchor.exact).length > 0;
  return (
    <div className="flex flex-col gap-2 text-sm">
      {dismissalReason === null ? null : (
        <p>
          Dismissed
          {dismissalKind === null || dismissalKind === "other"
            ? null
            : ` (${dismissalLabel[dismissalKind].toLowerCase()})`}
          : {dismissalReason}
        </p>
      )}
      {dimensions === null ? (
        <p className="text-muted">Proposed by a person</p>
      ) : (
        <dl className="grid grid-cols-[max-content_5rem_max-content] items-center gap-x-3 gap-y-0.5">
          <Gauge term="Worth checking" value={claim.checkWorthiness} strong />
          {shownDimensions.map((key) => (
            <Gauge key={key} term={dimensionLabel[key]} value={dimensions[key]} />
          ))}
        </dl>
      )}
      {claim.reasons.length > 0 ? (
        <ul className="list-disc pl-5 text-muted">
          {claim.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <DefinitionList
        items={[
          {
            term: "Said",
            value: attribution === null ? null : attributionLabel[attribution],
          },
          {
            term: "Not clear",
            value: needsContext.length === 0 ? null : needsContext.join("; "),
          },
        ]}
      />
      {hasAddedWords ? (
        <p className="text-muted">
          <ins className="added-words">Dotted words</ins> of the statement do not stand in the
          quoted passage.
        </p>
      ) : null}
    </div>
  );
}

function Gauge({ term, value, strong = false }: { term: string; value: number; strong?: boolean }) {
  const percent = Math.round(value * 100);
  return (
    <>
      <dt className={strong ? "font-medium" : "text-muted"}>{term}</dt>
      <dd className="col-span-2 grid grid-cols-subgrid items-center">
        <meter className="gauge w-20" min={0} max={100} value={percent}>
          {percent} of 100
        </meter>
        <span>{percent} of 100</span>
      </dd>
    </>
  );
}
