import { checkExcerpt } from "./excerpt-check";

/**
 * What a later look at a source found. `differs`: other words on the page, and what is quoted stands as it stood; pages do
 * that daily. `changed`: what is quoted does not stand there any more as it did.
 */
export const lookOutcomes = ["same", "differs", "changed", "gone", "unreachable"] as const;
export type LookOutcome = (typeof lookOutcomes)[number];

export interface SourceLook {
  lookedAt: string;
  outcome: LookOutcome;
  /** Days after publication; null when somebody asked. */
  days: number | null;
}

/** Of what was captured without a quotation, how much must still be there. */
const mostOfIt = 0.8;
/** A line that is shorter stands on too many pages to say anything. */
const telling = 30;

/**
 * Compares what a source says now with what was captured.
 *
 * @param excerpts what is quoted from it; only those that stood in the capture count.
 */
export function compareLook(
  before: string | null,
  now: string | null,
  excerpts: readonly string[],
): Extract<LookOutcome, "same" | "differs" | "changed"> {
  if (before === now) return "same";
  // A page whose words cannot be read any more has changed; one that never had any cannot be judged by them.
  if (before === null) return "differs";
  if (now === null) return "changed";
  const quoted = excerpts.filter((one) => checkExcerpt(before, one).kind !== "missing");
  if (quoted.length === 0) return shareOf(before, now) >= mostOfIt ? "differs" : "changed";
  const stands = quoted.every((one) => rank(now, one) >= rank(before, one));
  return stands ? "differs" : "changed";
}

const rank = (text: string, excerpt: string): number =>
  ({ missing: 0, changed: 1, found: 2 })[checkExcerpt(text, excerpt).kind];

/** How many of the letters of the longer lines are still there. */
function shareOf(before: string, now: string): number {
  const lines = before.split("\n").filter((line) => line.trim().length >= telling);
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  const there = lines.reduce((sum, line) => sum + (now.includes(line.trim()) ? line.length : 0), 0);
  return all === 0 ? 0 : there / all;
}

export const lookWords: Record<LookOutcome, string> = {
  same: "The source says the same.",
  differs: "The page has changed; what is quoted still stands there.",
  changed: "The source has changed: what is quoted does not stand there any more as it did.",
  gone: "The source is gone.",
  unreachable: "The source could not be reached, several times.",
};

/** What a reader is told of a source that is not what it was; null where there is nothing to tell. */
export function publicLookWords(outcome: LookOutcome | null): string | null {
  if (outcome === "gone") return "The source is not at this address any more.";
  if (outcome === "changed") return "The source has been changed since, in what is quoted here.";
  return null;
}
