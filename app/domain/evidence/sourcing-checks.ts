import type { Evidence } from "./evidence";
import { independenceOf } from "./independence";
import { noSourcing, otherSideLabel, type Sourcing } from "./sourcing";

/** A condition on the sources that a report needs, met or not, and what to do about it. */
export interface SourcingCheck {
  key: "independent" | "other_side";
  met: boolean;
  label: string;
  words: string;
}

/** What a verdict needs of its sources before it is published. Postgres checks the same at publication. */
export function sourcingChecks(
  evidence: readonly Evidence[],
  sourcing: Sourcing | undefined,
): SourcingCheck[] {
  const { singleSource, otherSide, otherSideWords, otherSideBy } = sourcing ?? noSourcing;
  const count = independenceOf(evidence).groups.length;
  const reason = singleSource.trim();
  const looked = otherSide !== "" && otherSideWords.trim() !== "" && otherSideBy.trim() !== "";
  return [
    {
      key: "independent",
      met: count >= 2 || (count === 1 && reason !== ""),
      label: "Two independent sources, or a reason for one",
      words:
        count >= 2
          ? `${count} independent sources.`
          : reason === ""
            ? "Add a source that does not go back to the same origin, or write why one is enough."
            : `One, because: “${reason}”`,
    },
    {
      key: "other_side",
      met: looked,
      label: "Somebody looked for the other side",
      words: looked
        ? `${otherSideBy.trim()}: ${otherSideLabel[otherSide].toLowerCase()}. “${otherSideWords.trim()}”`
        : "Record who looked for what speaks against the verdict, and what they found; “none found” is an answer.",
    },
  ];
}
