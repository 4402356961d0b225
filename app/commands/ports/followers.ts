import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What a link in a follower’s mail is about. */
export interface FollowerLink {
  slug: string;
  shortClaim: string;
  isConfirmed: boolean;
}

/** Readers who asked to be told when a verdict changes. Nobody reads who they are. */
export interface FollowerStore {
  /** The same answer whether the address was known or not; a mail asks for a confirmation. */
  follow(slug: string, address: string): Promise<Result<null, Refusal>>;
  /** Null when the link is not known, or not any more. */
  link(secret: string): Promise<FollowerLink | null>;
  /** False when the link is not known, or was given out more than two days ago. */
  confirm(secret: string): Promise<boolean>;
  /** Forgets the address; false when there was none. */
  leave(secret: string): Promise<boolean>;
  /** How many follow a claim’s verdict; for editors. */
  count(claimId: string): Promise<number>;
}
