import type { PageMark } from "~/domain/page-mark";
import type { ExceptionKind } from "~/domain/report/report";
import type { Clearance, LaneItem, LanePage, LanePart, LanePlace } from "~/domain/review/clearance";
import type { ReplyAnswer, ReplyRequest } from "~/domain/review/right-of-reply";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ClaimState } from "~/domain/review/workflow";

type Moved = Result<{ state: ClaimState; version: number }, Refusal>;

/** A reason why one person does what two should, as it was granted. */
export interface DutyException {
  kind: Exclude<ExceptionKind, "given_to_one">;
  /** Person ids. */
  person: string;
  grantedBy: string;
  reason: string;
}

/** Approved verdicts between signature and report, for editors. */
export interface ApprovalStore {
  /** One page of what waits for an editor or of what is cleared, the oldest first; nothing for who is no editor. */
  lane(part: LanePart, page: { after: PageMark | null; size: number }): Promise<LanePage>;
  /** Those of these claims that are in the lane, for editors. */
  these(claimIds: readonly string[]): Promise<LaneItem[]>;
  /** Where a claim stands in the lane, with its head and with what stands around the claim. */
  around(claimId: string): Promise<LanePlace>;
  /** Every clearance of these claims that there ever was, the oldest first. */
  clearances(claimIds: readonly string[]): Promise<(Clearance & { claimId: string })[]>;
  /** `exception`: why whoever checked or signed it clears it all the same; null where nobody needs one. */
  clear(step: {
    claimId: string;
    expectedVersion: number;
    contentHash: string;
    exception: string | null;
    reason: string | null;
  }): Promise<Moved>;
  withdraw(step: { claimId: string; expectedVersion: number; reason: string }): Promise<Moved>;
  /** Exceptions from the separation of duties on a claim. */
  exceptions(claimId: string): Promise<DutyException[]>;
  /** The hashes of what was published of a claim, the oldest first. */
  publishedHashes(claimId: string): Promise<{ contentHash: string; at: string }[]>;
  /** Whether this desk publishes only what was cleared. */
  isRequired(): Promise<boolean>;
  setRequired(on: boolean): Promise<Result<null, Refusal>>;
}

/** The right of reply. Ask `reviewAccess` before showing any; the database tells those only who may read the review. */
export interface ReplyStore {
  ofClaim(claimId: string): Promise<ReplyRequest[]>;
  ask(
    claimId: string,
    request: Pick<ReplyRequest, "asked" | "channel" | "askedOn" | "dueOn">,
  ): Promise<Result<null, Refusal>>;
  answer(
    requestId: string,
    answer: Pick<ReplyAnswer, "kind" | "words" | "answeredOn">,
  ): Promise<Result<null, Refusal>>;
}

/** How the person who asks uses the keyboard. */
export interface KeyboardSettings {
  /** Whether single-key shortcuts are on, as they are until somebody switches them off. */
  singleKeys(): Promise<boolean>;
  setSingleKeys(on: boolean): Promise<Result<null, Refusal>>;
}
