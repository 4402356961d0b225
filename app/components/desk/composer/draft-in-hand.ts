import type { DraftContent } from "~/domain/report/report-draft";

/** How far what is written is kept on the server. */
export type SavingState =
  | { kind: "saved"; version: number }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; message: string }
  | { kind: "overtaken"; theirs: DraftContent & { byName: string; savedAt: string } };

/** What is written for a report, and what can be done with it. */
export interface DraftInHand extends DraftContent {
  state: SavingState;
  /** Of the draft that it would be saved over. */
  version: number;
  setHeadline(headline: string): void;
  setSummary(summary: string): void;
  setShortClaim(claimId: string, shortClaim: string): void;
  /** Puts a verdict at another place, from 0. */
  move(claimId: string, to: number): void;
  save(): Promise<void>;
  /** Of two drafts, goes on with what the other editor wrote. */
  takeTheirs(): void;
  /** Of two drafts, saves this one over the other. */
  keepMine(): void;
}
