import type * as Y from "yjs";

import { fail, ok, type Result } from "~/domain/result";
import { longestQuote } from "~/domain/review/discussion";

import type { TextSpan } from "./rationale-blocks";
import { anchorFor, type WordsAnchor } from "./text-anchor";

/** Whether words can be replaced as they stand: within one line of one paragraph. */
export const isUndivided = (words: string): boolean => !words.includes("\n");

/** An anchor for the words for which others are to be proposed; or what to do, where it cannot be about these. */
export function proposalAnchor(
  rationale: Y.XmlFragment,
  selected: TextSpan,
): Result<WordsAnchor, string> {
  const anchor = anchorFor(rationale, selected);
  if (!anchor) return fail("Select the words first for which you propose others.");
  if (!isUndivided(anchor.quote)) {
    return fail("Select words of one line or paragraph to propose others.");
  }
  return anchor.quote.length < longestQuote
    ? ok(anchor)
    : fail(`Select fewer than ${longestQuote} characters to propose other words.`);
}
