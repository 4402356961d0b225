import canonicalize from "canonicalize";

import type { Claim } from "../claim/claim";
import { contentSchemaFor, verdictContentSchema, type VerdictContent } from "./content";
import { ratingScaleVersion, type Rating } from "./rating";
import type { CompleteDraft } from "./verdict";

/** Puts together what a signature will cover. Links are kept as written; the draft has been checked. */
export function verdictContent(
  claim: Claim,
  articleSha256: string,
  draft: CompleteDraft,
): VerdictContent {
  return verdictContentSchema.parse({
    schema: contentSchemaFor(draft),
    claim: {
      id: claim.id,
      statement: claim.statement,
      claimant: claim.claimant,
      quote: claim.anchor.exact,
      start: claim.anchor.start,
      end: claim.anchor.end,
      articleSha256,
    },
    verdict: {
      scale: ratingScaleVersion,
      rating: draft.rating,
      summary: draft.summary.trim(),
      rationale: draft.rationale,
    },
    evidence: draft.evidence,
    ...(draft.sourcing && { sourcing: draft.sourcing }),
  });
}

/** RFC 8785 canonical JSON: the text that is stored, hashed and signed. */
export function canonicalText(content: VerdictContent): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError("Verdict content is always serialisable");
  return text;
}

/** The same content with another rating, as an adjudication may leave it. */
export function withRating(content: VerdictContent, rating: Rating): VerdictContent {
  return { ...content, verdict: { ...content.verdict, rating } };
}
