import type {
  ClaimMatch,
  EarlierCheck,
  ImportedCheck,
  MatchDecision,
} from "~/domain/claim/match/claim-match";
import type { ReadReviews } from "~/domain/claim/match/read-claim-reviews";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

export interface MatchStore {
  /** The matches of these claims, seen from each of them: which claim of the desk or earlier check says the same. */
  ofClaims(claimIds: readonly string[]): Promise<ClaimMatch[]>;
  decide(matchId: string, decision: MatchDecision): Promise<Result<null, Refusal>>;
  importChecks(
    checks: readonly (EarlierCheck & Partial<Pick<ImportedCheck, "markup">>)[],
  ): Promise<Result<{ added: number; changed: number }, Refusal>>;
  /** At most so many earlier checks, in the order of their addresses, after one address. */
  checks(most: number, after: string): Promise<ImportedCheck[]>;
  /** Says that there may be something new to compare. What is found appears with the claims a moment later. */
  lookAgain(): void;
}

/** Reads the published checks of other desks at an address. */
export interface CheckIntake {
  /** Fails with a sentence when the address cannot be read at all. */
  fetch(url: string): Promise<Result<ReadReviews, string>>;
}

/** Finds what claims repeat, with the rights of the server. */
export interface MatchIndex {
  /** Compares some of the claims that wait for it; answers with how many, 0 when none waits. */
  compareNext(): Promise<number>;
}
