import type { Person } from "./person";
import { longestName } from "./name-runs";
import { nameText } from "./name-text";
import { abbreviatedTitles } from "./name-titles";
import type { Token } from "./tokens";
import { honorifics, months, openers, roleWords, weekdays } from "./word-lists";

const oftenAlone = 3;

/** Two people of one surname: once both are named the surname alone says nothing, a first name or "Mr" does. */
export function whoIs<T extends Person & { seen: boolean; alone: number }>(
  tokens: readonly Token[],
  i: number,
  bearers: readonly T[],
  title: string,
): T | null {
  const [only] = bearers;
  if (bearers.length === 1 && only) return only;
  // "Kim Jong Un" and "Kim Jong-un" are one.
  const spellings = new Set(
    bearers.map((each) => each.name.toLowerCase().replace(/[^\p{L}]/gu, "")),
  );
  if (spellings.size === 1 && only) return only;
  const full = bearers.find((each) => nameStart(tokens, i, each.name) < i);
  if (full) return full;
  const pronoun = title === "mr" ? "he" : title === "mrs" || title === "ms" ? "she" : null;
  // Until the brother is named, "Curtis" is the one who was.
  const seen = bearers.filter((each) => each.seen);
  const [known] = seen;
  if (pronoun === null && seen.length === 1 && known) return known;
  // A text that has called one of them by the surname all along goes on to do so.
  const called = bearers.filter((each) => each.alone > 0);
  const [usual] = called;
  if (pronoun === null && called.length === 1 && usual && usual.alone >= oftenAlone) return usual;
  const fitting = bearers.filter((each) => each.pronoun === pronoun);
  return pronoun !== null && fitting.length === 1 ? (fitting[0] ?? null) : null;
}

export function nameStart(tokens: readonly Token[], i: number, name: string): number {
  for (let w = Math.min(longestName, i + 1); w > 1; w -= 1) {
    if (nameText(tokens, i + 1 - w, i + 1) === name) return i + 1 - w;
  }
  return i;
}

export function titleBefore(tokens: readonly Token[], from: number): string {
  const before = tokens[from - 1];
  return (before?.text === "." ? tokens[from - 2]?.lower : before?.lower) ?? "";
}

/** "Peter Lopes" is not Maria Lopes. */
export function followsFirstName(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  const token = tokens[from];
  return (
    before?.capital === true &&
    before.end + 1 === token?.start &&
    !abbreviatedTitles.has(before.lower) &&
    !openers.has(before.lower) &&
    !roleWords.has(before.lower) &&
    !honorifics.has(before.lower)
  );
}

/** "Wong Chi-wai" is not Raymond Wong, and the "Obama Administration" is not Barack Obama. */
export function goesOn(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const token = tokens[i];
  if (!next?.capital || !token || next.start !== token.end + 1) return false;
  if (/['’]s?$/.test(token.text)) return false;
  return !/^\p{Lu}{2,3}$/u.test(next.text) && !weekdays.has(next.lower) && !months.has(next.lower);
}
