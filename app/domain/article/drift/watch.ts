import type { ClaimState } from "../../review/workflow";
import { isFailure, type LookOutcome } from "./judge-look";

/** Whether an article is looked at again: by itself while its claims are of interest, or as an editor has set it. */
export const watchModes = ["auto", "on", "off"] as const;
export type WatchMode = (typeof watchModes)[number];

/** The parts of a claim that decide how long its article is of interest. */
export interface WatchedClaim {
  state: ClaimState;
  /** When it was published first, ISO 8601. */
  publishedAt: string | null;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Days after the latest publication for which an article is watched by itself. */
export const watchedDays = 90;

const underWay: readonly ClaimState[] = [
  "in_review",
  "second_review",
  "disputed",
  "approved",
  "being_corrected",
];

/**
 * Milliseconds between two looks at an article; null when nobody looks by schedule. Often while its verdicts are being
 * made, less and less often once they are out.
 */
export function lookEvery(
  mode: WatchMode,
  isDemo: boolean,
  claims: readonly WatchedClaim[],
  now: Date,
): number | null {
  if (mode === "off" || (mode === "auto" && isDemo)) return null;
  if (claims.some(({ state }) => underWay.includes(state))) return 6 * hour;
  const published = claims.flatMap(({ state, publishedAt }) =>
    state === "published" && publishedAt !== null ? [Date.parse(publishedAt)] : [],
  );
  const age = now.getTime() - Math.max(...published);
  if (published.length > 0 && age < 7 * day) return 12 * hour;
  if (published.length > 0 && age < 30 * day) return day;
  if (mode === "on" || (published.length > 0 && age < watchedDays * day)) return 7 * day;
  return null;
}

/** How many looks in a row failed, after one more. */
export const failuresAfter = (failures: number, outcome: LookOutcome): number =>
  isFailure(outcome) ? failures + 1 : 0;

const firstAgain = hour / 2;
const longestAgain = 7 * day;

/**
 * When to look next: after a failure soon, and each time after twice as long; otherwise in its turn. `spread`, from 0 to 1
 * and always the same for one article, keeps those that were taken in together apart.
 */
export function nextLook(now: Date, every: number, failures: number, spread: number): Date {
  const again = failures === 0 ? every : Math.min(firstAgain * 2 ** (failures - 1), longestAgain);
  return new Date(now.getTime() + Math.round(again * (0.9 + 0.2 * spread)));
}

/** A number from 0 to 1 that is always the same for one id. */
export function spreadOf(id: string): number {
  const digits = Number.parseInt(id.replaceAll("-", "").slice(0, 8), 16);
  return Number.isNaN(digits) ? 0.5 : digits / 0xff_ff_ff_ff;
}
