import type { Evidence } from "../evidence/evidence";
import type { ClaimState } from "../review/workflow";
import { agreementOf, type Agreement, type AgreementCell } from "../statistics/agreement";
import type { VerdictContent } from "../verdict/content";
import { ratingScale, type Rating } from "../verdict/rating";
import type { Sureness } from "../verdict/sureness";

/** A case that somebody can try; nothing in it tells the verdict. */
export interface PracticeOffer {
  id: string;
  statement: string;
  article: string;
  /** How often this person has tried it. */
  attempts: number;
}

/** A case as it is judged: the claim's place in its article, and the sources without what was made of them. */
export interface PracticeCase {
  id: string;
  statement: string;
  articleVersionId: string;
  start: number;
  end: number;
  attempts: number;
  evidence: Evidence[];
}

export interface PracticeAnswer {
  attempt: number;
  rating: Rating;
  sure: Sureness;
  reason: string;
  answeredAt: string;
}

/** What the desk had signed, and what this person answered, the first answer first. */
export interface PracticeOutcome {
  version: { number: number; content: VerdictContent; contentHash: string };
  answers: PracticeAnswer[];
}

/** A first answer beside what was known. */
export interface PracticeResult {
  caseId: string;
  statement: string;
  known: Rating;
  given: Rating;
  sure: Sureness;
  answeredAt: string;
  attempts: number;
}

/** How somebody practises, as editors see it. */
export interface PractisingPerson {
  personId: string;
  name: string;
  cases: number;
  attempts: number;
  lastAt: string;
  /** Known against given; null below five cases. */
  cells: AgreementCell<Rating>[] | null;
}

/** A case as editors keep it. Not `isClosed`: its claim is under review again, or its verdict has changed since. */
export interface KeptCase {
  id: string;
  claimId: string;
  statement: string;
  isClosed: boolean;
  people: number;
}

/** Whether a claim stands where it can be a practice case. */
export const isSettled = (state: ClaimState): boolean =>
  state === "approved" || state === "published";

export type Distance = "same" | "neighbouring" | "far";

/** A misleading claim has correct elements and a wrong conclusion: it stands beside these two. */
const besideMisleading: ReadonlySet<Rating> = new Set(["half_true", "mostly_false"]);

/**
 * How far two ratings are apart. On the line from false to true neighbours are one step apart; of the two that are not on
 * it, `misleading` has its neighbours by its meaning, and `unproven` has none.
 */
export function distanceOf(known: Rating, given: Rating): Distance {
  if (known === given) return "same";
  const [a, b] = [ratingScale[known].value, ratingScale[given].value];
  const isBeside =
    a !== null && b !== null
      ? Math.abs(a - b) === 1
      : (known === "misleading" && besideMisleading.has(given)) ||
        (given === "misleading" && besideMisleading.has(known));
  return isBeside ? "neighbouring" : "far";
}

/** How many first answers were how far from what was known. */
export function distances(results: readonly Pick<PracticeResult, "known" | "given">[]) {
  const counted: Record<Distance, number> = { same: 0, neighbouring: 0, far: 0 };
  for (const { known, given } of results) counted[distanceOf(known, given)] += 1;
  return counted;
}

/** Agreement of first answers with what was known; null from fewer than five cases, as everywhere. */
export function practiceAgreement(
  results: readonly Pick<PracticeResult, "known" | "given">[],
): Agreement | null {
  return agreementOf(
    results.map(({ known, given }) => ({ first: known, second: given, count: 1 })),
  );
}
