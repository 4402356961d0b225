import { newName, newNumber, shareOfSources } from "./new-words";
import type { SourceWords } from "./source-words";
import type { DropReason } from "./suggestion";

/** Letters, numbers, spaces and the punctuation of prose. Everything else is markup, or something that hides. */
const prose = /^[\p{L}\p{M}\p{N}\p{Zs}\p{Sc}.,;:!?'"“”‘’«»()‐‑–—/%&°…-]*$/u;
const markup = /\/\/|&#?[\p{L}\p{N}]+;|_|`|\]\(/u;
const longest = 1000;

/** Characters that make one letter heavy are no prose either. */
const stacked = /\p{M}{3}/u;

/** The statement with its white space in order and its letters composed, as it is compared and stored. */
export function cleanStatement(statement: string): string {
  return statement.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * What speaks against a cleaned statement, whoever wrote it; null when nothing does. Sources are the article and the
 * statement as it stood: from them alone its names and numbers may come.
 */
export function faultOf(
  statement: string,
  standing: string,
  sources: SourceWords,
): DropReason | null {
  if (statement.length > longest) return { kind: "too_long" };
  if (statement.length < 3 || !/\p{L}/u.test(statement)) return { kind: "empty" };
  if (!prose.test(statement) || markup.test(statement) || stacked.test(statement)) {
    return { kind: "markup" };
  }
  if (sameWords(statement, standing)) return { kind: "same" };
  const name = newName(statement, sources);
  if (name !== null) return { kind: "new_name", words: name.slice(0, 80) };
  const number = newNumber(statement, sources);
  if (number !== null) return { kind: "new_number", words: number.slice(0, 80) };
  if (shareOfSources(statement, sources) < 0.5) return { kind: "strays" };
  return null;
}

/** Whether two statements differ in nothing but case, spaces and the full stop. */
export function sameWords(a: string, b: string): boolean {
  const bare = (text: string) => cleanStatement(text).toLowerCase().replace(/\.$/, "");
  return bare(a) === bare(b);
}
