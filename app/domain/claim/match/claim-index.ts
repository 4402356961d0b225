import { Bm25 } from "./bm25";
import { matchWords } from "./match-words";
import { candidatesRead, likenessOfFirst, rankCandidates } from "./rank-candidates";
import type { Candidate, Matches } from "./rank-candidates";

/** A claim that was checked, or is being checked, with the title of its report. */
export interface KnownClaim<Id = string> {
  id: Id;
  text: string;
  title?: string | null | undefined;
}

/** From here on a match is proposed; below it the answer is "no match". */
export const proposesMatch = 0.6;

type Entry<Id> = Omit<Candidate<Id>, "score">;

/** Known claims, searched by the words they share with a new one. */
export class ClaimIndex<Id = string> {
  readonly #claims: Entry<Id>[] = [];
  readonly #bm25 = new Bm25();

  constructor(claims: Iterable<KnownClaim<Id>> = []) {
    for (const claim of claims) this.add(claim);
  }

  add({ id, text, title }: KnownClaim<Id>): void {
    const entry = { id, claim: matchWords(text), title: matchWords(title ?? "") };
    this.#claims.push(entry);
    this.#bm25.add([...entry.claim, ...entry.title]);
  }

  get size(): number {
    return this.#claims.length;
  }

  /** The known claims most like this text, leaving out those in `without`. */
  match(text: string, limit = 10, without: ReadonlySet<Id> = new Set()): Matches<Id> {
    const query = matchWords(text);
    const candidates = this.#search(query, Math.max(limit, candidatesRead), without);
    const { ranked, confidence } = rankCandidates(query, candidates, this.#weightOf);
    return { ranked: ranked.slice(0, limit), confidence };
  }

  /** What the confidence in the best match is computed from; null when nothing matches. For training. */
  likeness(
    text: string,
    without: ReadonlySet<Id> = new Set(),
  ): { id: Id; features: number[] } | null {
    const query = matchWords(text);
    const candidates = this.#search(query, candidatesRead, without);
    const features = likenessOfFirst(query, candidates, this.#weightOf);
    const [best] = candidates;
    return features === null || best === undefined ? null : { id: best.id, features };
  }

  readonly #weightOf = (word: string): number => this.#bm25.weightOf(word);

  #search(query: string[], limit: number, without: ReadonlySet<Id>): Candidate<Id>[] {
    return this.#bm25.search(query, limit + without.size).flatMap(({ doc, score }) => {
      const claim = this.#claims[doc];
      return claim && !without.has(claim.id) ? [{ ...claim, score }] : [];
    });
  }
}
