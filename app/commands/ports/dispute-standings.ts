import type { DisputeStanding } from "~/domain/review/dispute";

/** How open disputes stand for the person who asks, without what was voted or how often. */
export interface DisputeStandings {
  /** By claim id; claims without an open dispute, and those that they may not read, are not in it. */
  of(claimIds: readonly string[]): Promise<ReadonlyMap<string, DisputeStanding>>;
}
