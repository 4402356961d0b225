import type { Looks } from "~/domain/review/last-look";

export interface LookStore {
  /** How far the person who asks has seen a claim's review; null when they never did. Ask `mayReadHistory` first. */
  of(claimId: string): Promise<Looks | null>;
}
