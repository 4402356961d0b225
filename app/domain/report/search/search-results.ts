import type { Rating } from "~/domain/verdict/rating";

import type { Standing } from "./search-query";

/** A published verdict that was found. */
export interface SearchHit {
  slug: string;
  shortClaim: string;
  summary: string;
  claimant: string | null;
  rating: Rating;
  notice: "being_corrected" | "retracted" | null;
  /** When it was first published. */
  publishedAt: string;
  demo: boolean;
  report: { slug: string; headline: string };
}

/** A value by which what was found can be narrowed, and how many that leaves. */
export interface Facet<Value extends string = string> {
  value: Value;
  label: string;
  count: number;
}

export interface SearchResults {
  /** How many there are on all pages. */
  total: number;
  hits: SearchHit[];
  /** The words are of the kind that stands in every text, and nothing can be sought with them. */
  isUnsearchable: boolean;
  ratings: { value: Standing; count: number }[];
  topics: Facet[];
  claimants: Facet[];
}
