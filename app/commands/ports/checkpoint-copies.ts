import type { PlaceStanding } from "~/domain/log/checkpoint-place";

/** The copies of checkpoints outside. */
export interface CheckpointCopies {
  /** How far each place is that the operator named; empty when none is. */
  standings(): Promise<PlaceStanding[]>;
  /**
   * What a timestamping authority answered about the checkpoint of this size, or about the newest that has an answer, with the
   * note that it is about; null where there is none.
   */
  timestamp(size?: number): Promise<{ note: string; reply: Uint8Array<ArrayBuffer> } | null>;
}
