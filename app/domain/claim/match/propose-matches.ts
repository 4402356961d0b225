import { areAlike, nameOthers } from "./alike";
import { weightOfWord } from "./bm25";
import { proposesMatch } from "./claim-index";
import { matchWords } from "./match-words";
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
 * the confidence says that it is the same and enough of the words are in common. The confidence alone is too easily
 * given among claims of one subject: it was trained on posts against the claims of many years.
 */
export function proposeMatches(
  claim: { claimId: string; text: string },
  candidates: readonly KnownCandidate[],
  { documents, frequencies }: WordStatistics,
): ProposedMatch[] {
  const words = matchWords(claim.text);
  if (words.length < fewestWords) return [];
  const own = new Set(words);
  // The claim itself is among the documents counted, and would make its own words look less rare than they are.
  const seen = (word: string) => {
    const counted = Object.hasOwn(frequencies, word) ? (frequencies[word] ?? 0) : 0;
    return Math.max(0, counted - (own.has(word) ? 1 : 0));
  };
  return (["checked", "in_work"] as const).flatMap((kind) => {
    const ofKind = candidates
      .filter((candidate) => candidate.kind === kind)
      .map((candidate) => ({ ...candidate, id: candidate }));
    const { ranked, confidence } = rankCandidates(claim.text, ofKind, (word) =>
      weightOfWord(documents, seen(word)),
    );
    const best = ranked[0]?.id;
    if (!best || confidence < proposesMatch) return [];
    if (!areAlike(kind, words, matchWords(best.text), documents, seen)) return [];
    if (kind === "in_work" && nameOthers(claim.text, best.text)) return [];
    const { claimId: otherClaimId, checkId } = best;
    return [{ claimId: claim.claimId, otherClaimId, checkId, confidence }];
  });
}
