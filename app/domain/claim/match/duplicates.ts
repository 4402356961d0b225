import { ClaimIndex, proposesMatch } from "./claim-index";

/** Two claims that probably say the same; `of` came first. */
export interface Duplicate {
  id: string;
  of: string;
  /** 0 to 1. */
  confidence: number;
}

/** Below this many words a claim says too little to be called a repetition. */
const fewestWords = 4;

/** For each claim the earlier one that it probably repeats, if any: inside one article or across open ones. */
export function nearDuplicates(claims: readonly { id: string; text: string }[]): Duplicate[] {
  const index = new ClaimIndex();
  const found: Duplicate[] = [];
  for (const claim of claims) {
    if (claim.text.split(/\s+/, fewestWords).length >= fewestWords) {
      const { ranked, confidence } = index.match(claim.text, 1);
      const of = ranked[0]?.id;
      if (of !== undefined && confidence >= proposesMatch) {
        found.push({ id: claim.id, of, confidence });
      }
    }
    index.add(claim);
  }
  return found;
}
