import type { Capture } from "~/domain/evidence/capture";
import type { ExternalCopy } from "~/domain/evidence/external-copy";
import type { PublishedCapture } from "~/domain/evidence/published-capture";
import type { LookOutcome, SourceLook } from "~/domain/evidence/source-look";
import type { SourceAddress } from "~/domain/evidence/source-address";
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
  /** Has somebody look at the source again, soon. */
  lookAgain(id: string): Promise<Result<null, Refusal>>;
  /** Published sources that are not what they were, the latest first; for editors. */
  lost(): Promise<LostSource[]>;
  /** What anybody may know of the captures that the newest published verdicts on these claims cite. */
  published(claimIds: readonly string[]): Promise<PublishedCapture[]>;
  /** The WARC of a published capture, where the desk offers it to readers. */
  publishedWarc(capture: PublishedCapture): Promise<Uint8Array | null>;
  /** Whether readers may have captures: they are copies of what others published. Set by admins. */
  offersCaptures(): Promise<boolean>;
  setOffersCaptures(on: boolean): Promise<Result<null, Refusal>>;
  /** The WARC of a capture that was found. Null when Storage has lost it. Rejects when Storage is away. */
  warc(capture: Capture): Promise<Uint8Array | null>;
}
