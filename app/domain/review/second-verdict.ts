import type { Evidence, Stance } from "../evidence/evidence";
import type { Rating } from "../verdict/rating";
import type { RichText } from "../verdict/rich-text";
import type { Sureness } from "../verdict/sureness";

/** A listed source that the second reviewer relied on, and how they read it. */
export interface ReadSource {
  id: string;
  stance: Stance;
}

/** A source that the second reviewer found. Both texts are as they typed them. */
export interface FoundSource {
  url: string;
  note: string;
}

/** How many sources of their own a second reviewer can name. */
export const mostFound = 3;

/** The names of the form's fields, under which errors come back. */
export const sourceField = (id: string) => `sources.${id}`;
export const foundField = (place: number, field: "url" | "note") => `found.${place}.${field}`;

/** The second reviewer's own choice, made before the first one's was shown. */
export interface SecondVerdict {
  id: string;
  versionId: string;
  by: string;
  rating: Rating;
  /** How sure they said they were; null where they did not say. */
  confidence: Sureness | null;
  reason: string;
  /** False when this person had already seen an earlier version of the verdict. */
  blind: boolean;
  /** Null for verdicts from before it was asked. */
  sources: ReadSource[] | null;
  found: FoundSource[];
  /** Whether the rationale could be read before deciding. */
  sawRationale: boolean;
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

/** What a second reviewer may read before deciding: sources without judgement, and perhaps the rationale. */
export interface BlindView {
  evidence: Evidence[];
  /** Null where the desk keeps it back. */
  rationale: RichText | null;
}

/**
 * Why somebody cannot decide second on a claim: they wrote in its review, led it and spoke first, or declared a
 * conflict of interest.
 */
export interface SecondExclusion {
  personId: string;
  why: "wrote" | "led" | "conflict";
}
