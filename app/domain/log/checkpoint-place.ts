/** Where checkpoints of the public log can be copied to. */
export const checkpointPlaces = ["directory", "git", "webhook", "timestamp"] as const;
export type CheckpointPlace = (typeof checkpointPlaces)[number];

export const checkpointPlaceWords: Record<CheckpointPlace, string> = {
  directory: "Directory",
  git: "Git repository",
  webhook: "Webhook",
  timestamp: "Timestamp (RFC 3161)",
};

/** How far a place is. */
export interface PlaceStanding {
  place: CheckpointPlace;
  /** How many checkpoints have not got there, and since when the first of them waits. */
  waiting: number;
  since: string | null;
  /** Why the last try of one that waits failed. */
  failure: string | null;
  /** The size of the largest checkpoint that is there, and when the last one got there. */
  size: number | null;
  keptAt: string | null;
}

/** Milliseconds that a copy may take before anybody has to care. */
const patience = 15 * 60_000;

/** Whether checkpoints wait for so long that somebody should look after this place. */
export const isBehind = ({ since }: PlaceStanding, now: Date): boolean =>
  since !== null && now.getTime() - Date.parse(since) > patience;
