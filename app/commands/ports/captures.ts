import type { Capture } from "~/domain/evidence/capture";
import type { CaptureOffer } from "~/domain/evidence/capture-offer";
import type { ExternalCopy } from "~/domain/evidence/external-copy";
import type { LaterCapture } from "~/domain/evidence/later-capture";
import type { PublishedCapture } from "~/domain/evidence/published-capture";
import type { LookOutcome, SourceLook } from "~/domain/evidence/source-look";
import type { SourceAddress } from "~/domain/evidence/source-address";
import type { Withholding } from "~/domain/evidence/withholding";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What became of a capture, and when. */
export interface CaptureStep {
  at: string;
  state: Capture["state"];
  failure: Capture["failure"];
}

export interface LostSource {
  claimId: string;
  statement: string;
  captureId: string;
  address: string;
  title: string;
  outcome: LookOutcome;
  lookedAt: string;
}

/** The captures of sources. The database shows them to whoever may read the review now, and to nobody else. */
export interface CaptureStore {
  ofClaim(claimId: string): Promise<Capture[]>;
  find(id: string): Promise<Capture | null>;
  /** The words that were read from captures, by their ids; those without words are left out. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  steps(id: string): Promise<CaptureStep[]>;
  /** Asks for a capture of an address of a review now; of one that failed, again. Answers with its id. */
  ask(
    claimId: string,
    source: SourceAddress & { address: string },
  ): Promise<Result<string, Refusal>>;
  /** Copies elsewhere, where the operator has set any up. */
  copies(id: string): Promise<ExternalCopy[]>;
  /** The token of a capture's timestamp, as openssl reads it. */
  timestampToken(id: string): Promise<Uint8Array | null>;
  /** Later looks at the source of a capture, the latest first. */
  looks(id: string): Promise<SourceLook[]>;
  /** What later looks found and kept, the latest first. */
  later(id: string): Promise<LaterCapture[]>;
  /** The words of what a later look found. */
  laterText(lookId: string): Promise<string | null>;
  laterWarc(later: LaterCapture): Promise<Uint8Array | null>;
  /** Has somebody look at the source again, soon. */
  lookAgain(id: string): Promise<Result<null, Refusal>>;
  /** Keeps a capture from readers, with a reason. */
  withhold(id: string, reason: string): Promise<Result<null, Refusal>>;
  endWithholding(id: string): Promise<Result<null, Refusal>>;
  /** Which of these captures are kept from readers. */
  withholdings(ids: readonly string[]): Promise<Map<string, Withholding>>;
  /** Captures of the same source for other claims, as far as one may read their reviews. */
  elsewhere(capture: Capture): Promise<Pick<Capture, "id" | "claimId">[]>;
  /** Published sources that are not what they were, the latest first; for editors. */
  lost(): Promise<LostSource[]>;
  /** What anybody may know of the captures that the newest published verdicts on these claims cite. */
  published(claimIds: readonly string[]): Promise<PublishedCapture[]>;
  /** The WARC of a published capture, where the desk offers it to readers. */
  publishedWarc(capture: PublishedCapture, which?: "first" | "later"): Promise<Uint8Array | null>;
  /** The same of its words. */
  publishedText(capture: PublishedCapture, which?: "first" | "later"): Promise<string | null>;
  /** Which captures readers may have: they are copies of what others published. Set by admins. */
  captureOffer(): Promise<CaptureOffer>;
  setCaptureOffer(offer: CaptureOffer): Promise<Result<null, Refusal>>;
  /** The picture of the captured page, as PNG. Null where there is none, or Storage has lost it. */
  screenshot(capture: Capture): Promise<Uint8Array | null>;
  /** The WARC of a capture that was found. Null when Storage has lost it. Rejects when Storage is away. */
  warc(capture: Capture): Promise<Uint8Array | null>;
}
