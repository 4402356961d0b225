import { weightOfWord } from "./bm25";
import { proposesMatch } from "./claim-index";
import { rankCandidates, type Candidate } from "./rank-candidates";

/** What is known and shares words with a claim: what was checked, and what is in work, are ranked apart. */
export interface KnownCandidate extends Omit<Candidate, "id"> {
  kind: "checked" | "in_work";
  claimId: string | null;
  checkId: string | null;
}

export interface ProposedMatch {
  claimId: string;
  otherClaimId: string | null;
  checkId: string | null;
  /** 0 to 1. */
  confidence: number;
}

/** Below this many telling words a claim says too little to be called a repetition. */
const fewestWords = 3;

/** How many words of a collection stand in how many of its documents. */
export interface WordStatistics {
  documents: number;
  frequencies: Readonly<Record<string, number>>;
}

/**
 * The matches worth asking a person about: of what was checked and of what is in work the likeliest one each, where
 * the confidence says that it is more than a likeness of words.
 */
export function proposeMatches(
  claim: { claimId: string; words: readonly string[] },
  candidates: readonly KnownCandidate[],
  { documents, frequencies }: WordStatistics,
): ProposedMatch[] {
  if (claim.words.length < fewestWords) return [];
  const own = new Set(claim.words);
  // The claim itself is among the documents counted, and would make its own words look less rare than they are.
  const weightOf = (word: string) =>
    weightOfWord(
      documents,
      Math.max(
        0,
        (Object.hasOwn(frequencies, word) ? (frequencies[word] ?? 0) : 0) - (own.has(word) ? 1 : 0),
      ),
    );
  return (["checked", "in_work"] as const).flatMap((kind) => {
    const ofKind = candidates
      .filter((candidate) => candidate.kind === kind)
      .map((candidate) => ({ ...candidate, id: candidate }));
    const { ranked, confidence } = rankCandidates(claim.words, ofKind, weightOf);
    const best = ranked[0]?.id;
    if (!best || confidence < proposesMatch) return [];
    const { claimId: otherClaimId, checkId } = best;
    return [{ claimId: claim.claimId, otherClaimId, checkId, confidence }];
  });
}
