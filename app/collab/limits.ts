import { longestComment, mostComments } from "~/domain/review/discussion";

/** What one connection, one room and one document may take. Sizes in bytes unless the name says otherwise. */
export interface Limits {
  /** Of one connection, and of all connections of one person. Who sends more is read from more slowly. */
  messagesPerSecond: number;
  messageBurst: number;
  personMessagesPerSecond: number;
  personMessageBurst: number;
  bytesPerSecond: number;
  byteBurst: number;
  /** Questions for the whole document or for everybody's presence. Who asks more is dropped. */
  questionsPerMinute: number;
  questionBurst: number;
  /** Of a state vector: 20,000 client ids and their clocks. */
  vectorBytes: number;
  presencePerSecond: number;
  presenceBurst: number;
  awarenessBytes: number;
  /** Client ids one connection may show itself under. A browser has one, and a new one after a clash. */
  awarenessIds: number;
  /** Updates with missing predecessors before the sender is dropped. */
  gapStrikes: number;
  structsPerUpdate: number;
  highestClock: number;
  /** Edits waiting for their commit, over all rooms. Beyond it rooms close until storage catches up. */
  uncommittedBytes: number;
  /** Client ids that one update may bring in, and that one document may have. Each page load makes a new one. */
  newClientsPerUpdate: number;
  clients: number;
  /** Pieces that Yjs keeps apart: what it costs to open a document. */
  structs: number;
  /** How long a summary is in the end is said when it is submitted; this only keeps a document small. */
  summaryLength: number;
  rationaleLength: number;
  cards: number;
  lineLength: number;
  cardTextLength: number;
  /** How many comments a review may have, and how long one may be. */
  comments: number;
  commentBytes: number;
  documentBytes: number;
  depth: number;
  /** A snapshot is due after this many rows, or bytes of them. */
  snapshotRows: number;
  snapshotBytes: number;
  /** Milliseconds without edits until a document rests as bytes, and without people until it is let go. */
  packAfter: number;
  unloadAfter: number;
}

export const defaultLimits: Limits = {
  messagesPerSecond: 1_000,
  messageBurst: 2_000,
  personMessagesPerSecond: 12_000,
  personMessageBurst: 24_000,
  bytesPerSecond: 2 * 1024 * 1024,
  byteBurst: 16 * 1024 * 1024,
  questionsPerMinute: 60,
  questionBurst: 60,
  vectorBytes: 256 * 1024,
  presencePerSecond: 100,
  presenceBurst: 200,
  awarenessBytes: 4096,
  awarenessIds: 4,
  gapStrikes: 20,
  structsPerUpdate: 20_000,
  highestClock: 100_000_000,
  uncommittedBytes: 16 * 1024 * 1024,
  newClientsPerUpdate: 500,
  clients: 20_000,
  structs: 400_000,
  summaryLength: 200_000,
  rationaleLength: 200_000,
  cards: 500,
  lineLength: 4096,
  cardTextLength: 50_000,
  comments: mostComments,
  commentBytes: longestComment,
  documentBytes: 8 * 1024 * 1024,
  depth: 40,
  snapshotRows: 1_000,
  snapshotBytes: 256 * 1024,
  packAfter: 5_000,
  unloadAfter: 30_000,
};

/**
 * Lets through `perSecond` on average and up to `burst` at once. What is beyond is counted as well, as a debt that is
 * worked off in time. Time is passed in, in milliseconds.
 */
export class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.#tokens = burst;
    this.#at = now;
  }

  /** Takes so many, and says how many milliseconds to wait before the next; 0 while there are some left. */
  take(amount: number, now: number): number {
    const earned = (Math.max(0, now - this.#at) * this.perSecond) / 1000;
    this.#tokens = Math.min(this.burst, this.#tokens + earned) - amount;
    this.#at = now;
    return this.#tokens >= 0 ? 0 : (-this.#tokens * 1000) / this.perSecond;
  }
}
