import { anchorOf } from "./anchor";
import type { ProposedClaim } from "./claim";
import { indexCodePoints } from "./code-points";
import { splitArticle } from "./split-article";
import type { SplitOptions } from "./split-article";

/**
 * What the engine proposes to the desk, in the order of the text: checkable claims only, each once. Opinions are
 * left out; that somebody voiced one is a claim of its own.
 */
export function proposeClaims(text: string, options: SplitOptions = {}): ProposedClaim[] {
  const index = indexCodePoints(text);
  const seen = new Set<string>();
  const proposed: ProposedClaim[] = [];
  for (const claim of splitArticle(text, options).claims) {
    const words = claim.statement
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const key = `${claim.claimant ?? ""}|${words}`;
    if (claim.type === "opinion" || seen.has(key)) continue;
    seen.add(key);
    proposed.push({
      anchor: anchorOf(text, claim.start, claim.end, index),
      statement: claim.statement,
      claimant: claim.claimant,
      type: claim.type,
      checkWorthiness: claim.checkWorthiness,
      reasons: claim.reasons,
      dimensions: claim.dimensions,
      attribution: claim.attribution,
      needsContext: claim.needsContext,
    });
  }
  return proposed;
}
