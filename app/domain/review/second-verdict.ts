import type { Rating } from "../verdict/rating";

/** The second reviewer's own choice, made before the first one's was shown. */
export interface SecondVerdict {
  id: string;
  versionId: string;
  by: string;
  rating: Rating;
  reason: string;
  /** False when this person had already seen an earlier version of the verdict. */
  blind: boolean;
  decidedAt: string;
}

/** One person's signature over one content hash. `voidedAt` is set when the review was reopened after it. */
export interface SignOff {
  id: string;
  versionId: string;
  by: string;
  capacity: "second" | "editor";
  contentHash: string;
  signedAt: string;
  voidedAt: string | null;
}

/**
 * Why somebody cannot decide second on a claim: they wrote in its review, led it and spoke first, or declared a
 * conflict of interest.
 */
export interface SecondExclusion {
  personId: string;
  why: "wrote" | "led" | "conflict";
}
