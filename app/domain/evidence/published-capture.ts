import type { LookOutcome } from "./source-look";

/** What readers are told of the capture of a source that a published verdict cites. */
export interface PublishedCapture {
  id: string;
  claimId: string;
  /** As the verdict cites it. */
  address: string;
  fetchedAt: string;
  bodySha256: string;
  textSha256: string | null;
  warcSha256: string;
  warcBytes: number;
  /** What the latest look at the source found; null when nobody has looked since. */
  outcome: LookOutcome | null;
  lookedAt: string | null;
  /** Whether the desk offers the WARC to readers. */
  isOffered: boolean;
}
