import search from "approx-string-match";

import { contextLength } from "./anchor";
import type { Anchor } from "./claim";
import { indexCodePoints, type CodePoints } from "./code-points";

/** Where the words of an anchor stand in another text of the article. */
export interface ResolvedAnchor {
  /** Code points, as an anchor counts them. */
  start: number;
  end: number;
  /** 0 to 1: how much of the quotation, of what stood around it and of its place was found again. */
  score: number;
  /** The very words. */
  isExact: boolean;
  /** Nothing else in the text could be meant. What is not sure is for a person to look at. */
  isSure: boolean;
}

/** Shares of the score, as Hypothesis weighs them: https://github.com/hypothesis/client, match-quote.ts (BSD-2-Clause). */
const share = { quote: 50 / 92, prefix: 20 / 92, suffix: 20 / 92, position: 2 / 92 };
const mostErrors = 256;
/** Below it, words are others and not the same ones changed. */
const leastQuote = 0.6;
/** Above it, what stands before or behind the words is what stood there. */
const sameContext = 0.6;
/** Letters of a quotation that nobody writes twice by chance. */
const telling = 40;
/** Below this score words may be taken for others that are much like them. */
const surely = 0.75;
/** How much worse whatever else could be meant has to be. */
const margin = 0.12;

interface Candidate {
  /** UTF-16 units. */
  start: number;
  end: number;
  quote: number;
  prefix: number;
  suffix: number;
  score: number;
}

/**
 * Finds the words of an anchor in a text that may have changed since: exactly, else with the fewest edits. Null when they
 * are gone.
 */
export function resolveAnchor(
  text: string,
  anchor: Anchor,
  index: CodePoints = indexCodePoints(text),
): ResolvedAnchor | null {
  if (anchor.exact === "") return null;
  const hint = index.unit(Math.min(anchor.start, index.length));
  const judged = spansLike(text, anchor.exact).map((span) => judge(text, anchor, hint, span));
  const [best, ...others] = judged.sort((a, b) => b.score - a.score);
  if (!best || best.quote < leastQuote) return null;
  const rival = others.find(({ start, end }) => end <= best.start || start >= best.end);
  return {
    start: index.at(best.start),
    end: index.at(best.end),
    score: best.score,
    isExact: best.quote === 1,
    isSure: isSure(best, rival ?? null, anchor.exact.length),
  };
}

type Span = Pick<Candidate, "start" | "end"> & { errors: number };

/** The stretches of a text that are the words, or else those that come nearest to them, and others hardly further. */
function spansLike(text: string, words: string): Span[] {
  const exact: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  if (exact.length > 0) return exact;
  const most = Math.min(mostErrors, Math.floor(words.length * (1 - leastQuote)));
  const near = search(text, words, most);
  const [first] = near;
  if (!first) return [];
  // The search answers with the nearest only; what comes second, where the rest is alike, decides whether one can be sure.
  const alike = Math.min(most, first.errors + Math.ceil((words.length * margin) / share.quote));
  const last = near.at(-1) ?? first;
  const after = search(text.slice(last.end), words, alike);
  return [
    ...search(text.slice(0, first.start), words, alike),
    ...near,
    ...after.map(({ start, end, errors }) => ({
      start: start + last.end,
      end: end + last.end,
      errors,
    })),
  ];
}

function judge(text: string, anchor: Anchor, hint: number, span: Span): Candidate {
  const { exact, prefix, suffix } = anchor;
  const { start, end, errors } = span;
  const parts = {
    quote: 1 - errors / exact.length,
    prefix: likeness(before(text, start), before(prefix, prefix.length)),
    suffix: likeness(behind(text, end), behind(suffix, 0)),
    position: 1 - Math.abs(start - hint) / Math.max(1, text.length),
  };
  const score =
    share.quote * parts.quote +
    share.prefix * parts.prefix +
    share.suffix * parts.suffix +
    share.position * parts.position;
  return { start, end, ...parts, score };
}

/** What stands before a place. That nothing does is told as well, by signs that no text has. */
const before = (text: string, place: number): string =>
  text.slice(Math.max(0, place - contextLength), place).padStart(contextLength, "\u0002");

const behind = (text: string, place: number): string =>
  text.slice(place, place + contextLength).padEnd(contextLength, "\u0003");

/** 1 where the text holds the words, 0 where nothing of them is in it. */
function likeness(text: string, words: string): number {
  const [nearest] = search(text, words, words.length);
  return nearest ? 1 - nearest.errors / words.length : 0;
}

function isSure(best: Candidate, rival: Candidate | null, length: number): boolean {
  const { quote, prefix, suffix, score } = best;
  if (score < surely || Math.max(prefix, suffix) < sameContext) return false;
  if (length * quote < telling && Math.min(prefix, suffix) < sameContext) return false;
  return rival === null || score - rival.score >= margin;
}
