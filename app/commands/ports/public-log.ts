import type { Tile } from "~/domain/log/tile";

/** One entry of the public log with what it stands for. */
export interface LoggedEntry {
  /** From 0. */
  index: number;
  claimId: string;
  /** Which publication of the verdict it is about. */
  publication: number;
  kind: string;
  /** The exact text that is hashed. */
  entry: string;
  /** The exact text of what readers were told. */
  record: string;
}

/** An entry and what leads from it to the root of a tree; hashes in hexadecimal digits. */
export interface ProvedEntry {
  index: number;
  entry: string;
  record: string;
  inclusion: string[];
}

/** What goes with a published verdict, for others to check. */
export interface VerdictProof {
  v: 1;
  /** The keys that may have signed, for who knows none; whoever wants to be sure has them from elsewhere. */
  keys: string[];
  /** A signed note, which says a size and a root; the proofs lead to it. */
  checkpoint: string;
  publication: ProvedEntry;
  /** The newest entry since, of what readers are told above the verdict; null when nothing is. */
  notice: ProvedEntry | null;
}

/** The log of what readers were told, as anybody may read it. */
export interface PublicLog {
  /** The newest signed checkpoint of everything that is in the log; null where nothing is, or nothing can be signed. */
  checkpoint(): Promise<string | null>;
  /** The keys that sign now, one line each. Empty where there is none. */
  keys(): Promise<string[]>;
  /** Entries from `start` to before `end`, as far as there are any. */
  entries(start: number, end: number): Promise<LoggedEntry[]>;
  /** Null where the tree of this size has no such entry. Without a size, the one of the newest checkpoint. */
  proof(index: number, size?: number): Promise<(ProvedEntry & { size: number }) | null>;
  /** What shows that the log only grew from one size to another; null where it never had these. */
  consistency(first: number, second: number): Promise<string[] | null>;
  /** The bytes of a tile; null where the log does not have all of it. */
  tile(tile: Tile): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The text of an article that records have by its SHA-256. */
  text(sha256: string): Promise<string | null>;
  /** Null where it is not in the log, or nothing can be signed. */
  ofVerdict(claimId: string, publication: number): Promise<VerdictProof | null>;
  /** Says that something was published, so that a checkpoint is signed. Never waits, never throws. */
  grown(): void;
}

/** Where the log rests. */
export interface LogStore {
  /** Leaf hashes from an index on, in hexadecimal digits; a limited number of them. */
  leavesFrom(index: number): Promise<string[]>;
  entries(start: number, end: number): Promise<LoggedEntry[]>;
  ofClaim(claimId: string): Promise<LoggedEntry[]>;
  text(sha256: string): Promise<string | null>;
  newestCheckpoint(): Promise<string | null>;
  /** Keeps it for good; the same one again changes nothing. Throws when it is no checkpoint of this log. */
  keepCheckpoint(checkpoint: { size: number; root: string; note: string }): Promise<void>;
}
