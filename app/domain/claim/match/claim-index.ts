import { Bm25 } from "./bm25";
import { matchWords } from "./match-words";
import { candidatesRead, rankCandidates } from "./rank-candidates";
import type { Candidate, Matches } from "./rank-candidates";
import type { WeightOf } from "./ranking";

/** A claim that was checked, or is being checked, with the title of its report. */
export interface KnownClaim<Id = string> {
  id: Id;
  text: string;
  title?: string | null | undefined;
}

/** From here on a match is proposed; below it the answer is "no match". */
export const proposesMatch = 0.6;

/** Known claims, searched by the words they share with a new one. */
export class ClaimIndex<Id = string> {
  readonly #claims: KnownClaim<Id>[] = [];
  readonly #bm25 = new Bm25();

  constructor(claims: Iterable<KnownClaim<Id>> = []) {
    for (const claim of claims) this.add(claim);
  }

  add({ id, text, title }: KnownClaim<Id>): void {
    this.#claims.push({ id, text, title });
    this.#bm25.add([...matchWords(text), ...matchWords(title ?? "")]);
  }

  get size(): number {
    return this.#claims.length;
  }

  /** The known claims most like this text, leaving out those in `without`. */
  match(text: string, limit = 10, without: ReadonlySet<Id> = new Set()): Matches<Id> {
    const candidates = this.candidates(text, Math.max(limit, candidatesRead), without);
    const { ranked, confidence } = rankCandidates(text, candidates, this.weightOf);
    return { ranked: ranked.slice(0, limit), confidence };
  }

  /** What the search by words finds, before it is looked at again; best first by BM25. */
  candidates(
    text: string,
    limit = candidatesRead,
    without: ReadonlySet<Id> = new Set(),
  ): Candidate<Id>[] {
    return this.#bm25.search(matchWords(text), limit + without.size).flatMap(({ doc, score }) => {
      const claim = this.#claims[doc];
      return claim && !without.has(claim.id) ? [{ ...claim, score }] : [];
    });
  }

  /** How much a word tells among these claims. */
  readonly weightOf: WeightOf = (word) => this.#bm25.weightOf(word);
}
