import type { Capture } from "~/domain/evidence/capture";
import type { SourceAddress } from "~/domain/evidence/source-address";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What became of a capture, and when. */
export interface CaptureStep {
  at: string;
  state: Capture["state"];
  failure: Capture["failure"];
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
  /** The WARC of a capture that was found. Null when Storage has lost it. Rejects when Storage is away. */
  warc(capture: Capture): Promise<Uint8Array | null>;
}
