import { isByline } from "./bylines";
import { isCaption } from "./captions";
import { isDateline } from "./datelines";
import { isAppeal, isCrossLink } from "./furniture";
import type { Span } from "./span";
import type { SentenceRole } from "./split-output";

/** What a line is by its own words alone, wherever it stands; null where they do not tell. */
export function furnitureRole(line: string, terminated: boolean): SentenceRole | null {
  if (isCrossLink(line) || isAppeal(line) || isRule(line)) return "cross_link";
  if (isByline(line, terminated)) return "byline";
  if (isDateline(line)) return "dateline";
  if (isCaption(line, terminated)) return "caption";
  return null;
}

/** "————", "* * *": what parts two pieces of a page. */
const isRule = (line: string): boolean =>
  line.length <= 200 && /^(?:[-–—*_=~•·]\s?){3,}$/u.test(line);

/** At most what a test needs of a paragraph, so that very long ones cost no more than short ones. */
export const lineOf = (text: string, block: Span): string =>
  text.slice(block.start, Math.min(block.end, block.start + 1000));

/** Whether two lines say the same but for case and marks. */
export function sameWords(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 20) return false;
  const words = (line: string) =>
    line
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? "";
  const first = words(a);
  return first !== "" && first === words(b);
}
