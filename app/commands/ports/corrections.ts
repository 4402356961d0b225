import type { Refusal } from "~/domain/refusal";
import type { CorrectionStanding } from "~/domain/report/correction/standing";
import type { RevisionKind } from "~/domain/report/correction/kinds";
import type { Result } from "~/domain/result";

/** What the desk does about published verdicts beside the steps of their claims. */
export interface CorrectionStore {
  standing(claimId: string): Promise<CorrectionStanding>;
  /** Says of what kind a correction is that is under way. */
  chooseKind(claimId: string, kind: RevisionKind): Promise<Result<null, Refusal>>;
  /** Asks for a retraction, which somebody else carries out. */
  askRetraction(claimId: string, reason: string): Promise<Result<null, Refusal>>;
  /** Takes one's own request back. */
  takeBackRetraction(claimId: string): Promise<Result<null, Refusal>>;
}
