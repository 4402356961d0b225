import { Bm25 } from "./bm25";
import { confidenceOf, likenessOf } from "./confidence";
import { matchWords } from "./match-words";

/** A claim that was checked, or is being checked, with the title of its report. */
export interface KnownClaim<Id = string> {
  id: Id;
  text: string;
  title?: string | null | undefined;
}

/** What a claim was matched with. */
export interface Matches<Id = string> {
  /** The known claims that share words with it, the likeliest first. */
  ranked: { id: Id; score: number }[];
  /** How likely the first of them says the same, 0 to 1; 0 when there is none. Shown with every match. */
  confidence: number;
}

/** From here on a match is proposed; below it the answer is "no match". */
export const proposesMatch = 0.6;

interface Entry<Id> {
  id: Id;
  claim: string[];
  title: string[];
}

interface Found<Id> extends Entry<Id> {
  score: number;
}

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
    const hits = this.#search(query, Math.max(limit, 2), without);
    const features = this.#likeness(query, hits);
    return {
      ranked: hits.slice(0, limit).map(({ id, score }) => ({ id, score })),
      confidence: features === null ? 0 : confidenceOf(features),
    };
  }

  /** What the confidence in the best match is computed from; null when nothing matches. For training. */
  likeness(
    text: string,
    without: ReadonlySet<Id> = new Set(),
  ): { id: Id; features: number[] } | null {
    const query = matchWords(text);
    const hits = this.#search(query, 2, without);
    const features = this.#likeness(query, hits);
    const [best] = hits;
    return features === null || best === undefined ? null : { id: best.id, features };
  }

  #search(query: string[], limit: number, without: ReadonlySet<Id>): Found<Id>[] {
    return this.#bm25.search(query, limit + without.size).flatMap(({ doc, score }) => {
      const claim = this.#claims[doc];
      return claim && !without.has(claim.id) ? [{ ...claim, score }] : [];
    });
  }

  #likeness(query: string[], [best, next]: Found<Id>[]): number[] | null {
    if (!best) return null;
    return likenessOf({
      query,
      claim: best.claim,
      title: best.title,
      weightOf: (word) => this.#bm25.weightOf(word),
      score: best.score,
      nextScore: next?.score ?? 0,
    });
  }
}
