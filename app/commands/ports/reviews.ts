import type { SettlementWay } from "~/domain/review/dispute";
import type { BlindView, SecondVerdict, SignOff } from "~/domain/review/second-verdict";
import type { VerdictVersion } from "~/domain/verdict/content";
import type { Rating } from "~/domain/verdict/rating";

export interface Adjudication {
  by: string;
  firstRating: Rating;
  secondRating: Rating;
  finalRating: Rating;
  reason: string;
  how: SettlementWay;
  /** Of a vote: the round that carried. */
  round: number | null;
  /** The version that was signed, and the one that was disputed; the latter is null for old rows. */
  versionId: string;
  disputedVersionId: string | null;
  decidedAt: string;
}

/** What a review left behind, as far as this person may see it. */
export interface ReviewRecord {
  versions: VerdictVersion[];
  secondVerdicts: SecondVerdict[];
  signOffs: SignOff[];
  adjudications: Adjudication[];
}

export interface ReviewStore {
  record(claimId: string): Promise<ReviewRecord>;
  /** Whether this person, as second reviewer, has decided on the latest submitted version. */
  revealed(claimId: string, personId: string): Promise<boolean>;
  /** Those of these claims on whose latest submitted version this person has decided second. */
  revealedAmong(claimIds: readonly string[], personId: string): Promise<Set<string>>;
  /** Those of these claims whose newest signature is void, as far as the person who asks may know of it. */
  voidAmong(claimIds: readonly string[]): Promise<Set<string>>;
  /** What the person who asks may read as a second reviewer who has not decided; null for everybody else. */
  blindView(claimId: string): Promise<BlindView | null>;
}
