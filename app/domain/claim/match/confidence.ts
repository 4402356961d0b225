import { confidenceWeights } from "./trained-confidence";
import { pairsOf } from "./wording";

/** What a match can be judged by: words of both sides, what each word tells, and how far it is ahead. */
export interface Likeness {
  query: readonly string[];
  claim: readonly string[];
  title: readonly string[];
  /** How much a word tells in this collection. */
  weightOf(word: string): number;
  /** Its BM25 score. */
  score: number;
  /** How much more speaks for it than for the next; null when there is no other. */
  lead: number | null;
}

export const likenessNames = [
  "share of the query found",
  "share of the claim found",
  "share of the title found",
  "lead over the next",
  "score against the query's own",
  "words in common",
  "pairs of words in common",
  "numbers in common",
  "numbers that differ",
  "length of the query",
  "length of the claim",
  "the query's rarest word found",
  "both shares",
] as const;

/** A lead beyond this says no more; a candidate without a rival leads by as much. */
const longestLead = 4;

/** The features of a match, none of which depends on how many claims there are to choose from. */
export function likenessOf(likeness: Likeness): number[] {
  const query = new Set(likeness.query);
  const claim = new Set(likeness.claim);
  const title = new Set(likeness.title);
  const whole = new Set([...claim, ...title]);
  const weigh = (words: Iterable<string>) => {
    let sum = 0;
    for (const word of words) sum += likeness.weightOf(word);
    return sum;
  };
  const inBoth = [...query].filter((word) => whole.has(word));
  const queryWeight = weigh(query) || 1;
  const ofQuery = weigh(inBoth) / queryWeight;
  const ofClaim = weigh([...claim].filter((word) => query.has(word))) / (weigh(claim) || 1);
  const ofTitle = weigh([...title].filter((word) => query.has(word))) / (weigh(title) || 1);
  const numbers = (words: Iterable<string>) => [...words].filter((word) => /^\d/.test(word));
  const claimNumbers = numbers(claim);
  const pairs = pairsOf(likeness.query);
  const claimPairs = new Set([...pairsOf(likeness.claim), ...pairsOf(likeness.title)]);
  const rarest = [...query].reduce(
    (best, word) => (likeness.weightOf(word) > likeness.weightOf(best) ? word : best),
    likeness.query[0] ?? "",
  );
  return [
    ofQuery,
    ofClaim,
    title.size > 0 ? ofTitle : ofClaim,
    Math.min(longestLead, likeness.lead ?? longestLead),
    likeness.score / queryWeight,
    Math.log1p(inBoth.length),
    Math.log1p(pairs.filter((pair) => claimPairs.has(pair)).length),
    claimNumbers.filter((each) => query.has(each)).length > 0 ? 1 : 0,
    claimNumbers.some((each) => !query.has(each)) ? 1 : 0,
    Math.log1p(query.size),
    Math.log1p(claim.size),
    whole.has(rarest) ? 1 : 0,
    Math.sqrt(ofQuery * ofClaim),
  ];
}

/** How likely the best match says the same as the query, 0 to 1. */
export function confidenceOf(features: readonly number[]): number {
  const [intercept = 0, ...weights] = confidenceWeights;
  const margin = features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), intercept);
  return 1 / (1 + Math.exp(-margin));
}
