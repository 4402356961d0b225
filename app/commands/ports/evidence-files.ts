import type { EvidenceFile, FileKind } from "~/domain/evidence/evidence-file";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** Files beside the sources of a review. The database shows them to whoever may read the review now. */
export interface EvidenceFileStore {
  ofClaim(claimId: string): Promise<EvidenceFile[]>;
  find(id: string): Promise<EvidenceFile | null>;
  /** Keeps the bytes and then the row; a file that is there already is not kept twice. */
  add(file: {
    claimId: string;
    card: string;
    name: string;
    kind: FileKind;
    bytes: Uint8Array;
  }): Promise<Result<string, Refusal>>;
  /** Null when Storage has lost it. Rejects when Storage is away. */
  read(file: EvidenceFile): Promise<Uint8Array | null>;
}
