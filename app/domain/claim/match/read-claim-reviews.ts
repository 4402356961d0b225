import type { EarlierCheck, ImportedCheck } from "./claim-match";
import { reviewsOfPages } from "./markup-page-to-reviews";
import { readReview, webAddress, type UnreadField } from "./read-review";
import { namedIn, reviewsIn } from "./review-nodes";

/** What could not be taken from one ClaimReview, and why. `at` counts the reviews from 1. */
export interface UnreadReview {
  at: number;
  url: string | null;
  why: string;
}

/** A review that was taken in, but for some of its fields. */
export interface PartlyRead {
  at: number;
  url: string;
  fields: UnreadField[];
}

export interface ReadReviews {
  checks: ImportedCheck[];
  unread: UnreadReview[];
  partly: PartlyRead[];
}

/** More than any file has that is one; what is longer is not kept beside the check. */
const mostMarkup = 100_000;

/**
 * Takes the published checks out of JSON-LD as desks publish it: one ClaimReview, a list, an `@graph`, or a feed with
 * `dataFeedElement[].item[]` (the Data Commons feed), one document after the other; or pages of Google’s Fact Check Tools. Fields that are missing, doubled,
 * wrapped in lists, named by `@id` or given as text or object are read either way; a review without a claim, a rating or
 * an address is told and left out.
 *
 * Several reviews of one page are told apart by a fragment (`#review-2`), so that none takes the place of another.
 */
export class ClaimReviewReader {
  readonly #checks = new Map<string, ImportedCheck>();
  readonly #unread: UnreadReview[] = [];
  readonly #partly: PartlyRead[] = [];
  #at = 0;

  read(document: unknown): void {
    const pages = reviewsOfPages(document);
    if (pages === null) return this.#readReviews(document);
    for (const reviews of pages) {
      if (reviews === undefined) this.skip("this is no page of Google’s Fact Check Tools");
      else this.#readReviews(reviews);
    }
  }

  #readReviews(document: unknown): void {
    const named = namedIn(document);
    for (const found of reviewsIn(document)) {
      this.#at += 1;
      const read = readReview(found, named);
      if (!read.ok) {
        this.#refuse(read.why, read.url ?? webAddress(found.raw["url"]));
        continue;
      }
      const url = this.#addressFor(read.check);
      const fields = [...read.unread];
      const markup = markupOf(found.raw);
      if (markup === null) {
        fields.push({ field: "the markup as it was", why: "it is too long or too deep to keep" });
      }
      this.#checks.set(url, { ...read.check, url, markup });
      if (fields.length > 0) this.#partly.push({ at: this.#at, url, fields });
    }
  }

  /** Tells of something that should have been a review and cannot be looked into. */
  skip(why: string, url: string | null = null): void {
    this.#at += 1;
    this.#refuse(why, url);
  }

  get result(): ReadReviews {
    return { checks: [...this.#checks.values()], unread: this.#unread, partly: this.#partly };
  }

  #refuse(why: string, url: string | null): void {
    this.#unread.push({ at: this.#at, url, why });
  }

  #addressFor({ url, claim }: EarlierCheck): string {
    for (let n = 1; ; n += 1) {
      const address = n === 1 ? url : `${url}${url.includes("#") ? "-" : "#"}review-${n}`;
      const taken = this.#checks.get(address);
      if (!taken || taken.claim === claim) return address;
    }
  }
}

/** What was read of several places as if it were one: counted through, and of the same check at two the later one. */
export function mergeReviews(all: readonly ReadReviews[]): ReadReviews {
  const checks = new Map<string, ImportedCheck>();
  const merged: ReadReviews = { checks: [], unread: [], partly: [] };
  let before = 0;
  for (const { checks: found, unread, partly } of all) {
    for (const check of found) checks.set(check.url, check);
    merged.unread.push(...unread.map((each) => ({ ...each, at: each.at + before })));
    merged.partly.push(...partly.map((each) => ({ ...each, at: each.at + before })));
    before += Math.max(found.length + unread.length, ...[...unread, ...partly].map(({ at }) => at));
  }
  return { ...merged, checks: [...checks.values()] };
}

/** The checks of one document. */
export function readClaimReviews(document: unknown): ReadReviews {
  const reader = new ClaimReviewReader();
  reader.read(document);
  return reader.result;
}

function markupOf(raw: object): string | null {
  try {
    const text = JSON.stringify(raw);
    return text.length <= mostMarkup ? text : null;
  } catch {
    return null;
  }
}
