import type { Scene } from "./scene";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isSomebody } from "./unnamed-people";
import { isPeople } from "./antecedents";
import { determiners, isCountry, months, subjectPronouns, weekdays } from "./word-lists";

/** What a clause was about: its subject, when it is a thing or several of something and no person. */
export interface LastSubject {
  words: string;
  several: boolean;
  /** Somebody who is described and not named: "the youth". */
  somebody: boolean;
}

const longest = 8;

/**
 * The subject of the sentence just read, for an "it" or "they" that opens the next one: a text tends to go on about
 * what it was about (Grosz, Joshi and Weinstein, "Centering", Computational Linguistics 21(2), 1995). Null where the
 * subject is a person, said by somebody in quotation marks, or nothing that a pronoun can lead back to.
 */
export function lastSubject(scene: Scene, before: LastSubject | null): LastSubject | null {
  const { tokens, finite } = scene;
  const first = tokens.find((token) => token.word)?.lower ?? "";
  // "It" goes on about the same as long as the text says "it".
  if (/^(?:it|its|they|their|he|she|his|her)$/.test(first)) return before;
  const verb = finite.findIndex((is, i) => is && !tokens[i]?.quoted);
  return verb <= 0 ? null : subjectAt(scene, verb);
}

/** The subject of the clause before `i` in the same sentence: "Chile will join; it has been cautious". */
export function subjectOfClauseBefore(scene: Scene, i: number): LastSubject | null {
  const { tokens, finite } = scene;
  let verb = i - 1;
  while (verb >= 0 && (finite[verb] !== true || tokens[verb]?.quoted === true)) verb -= 1;
  while (verb > 0 && finite[verb - 1] === true) verb -= 1;
  return verb <= 0 ? null : subjectAt(scene, verb);
}

function subjectAt(scene: Scene, verb: number): LastSubject | null {
  const { text, tokens, finite, mentions } = scene;
  const np = headOf(tokens, subjectBefore(tokens, finite, verb).np);
  if (!np || mentions.some((each) => each.from >= np.from && each.to <= np.to)) return null;
  const words = tokens.slice(np.from, np.to);
  const lead = words[0]?.lower ?? "";
  if (
    subjectPronouns.has(lead) ||
    /^(?:this|these|those|what|one|some|many|most|none)$/.test(lead)
  ) {
    return null;
  }
  const link = words.findIndex((token) =>
    /^(?:of|from|in|at|for|on|with|to|by)$/.test(token.lower),
  );
  const head = words[(link > 0 ? link : words.length) - 1];
  if (!head?.word || words.some((token) => token.quoted)) return null;
  // "Revenue fell by 9%. It will not pay": one word with a capital for its place may be anything.
  const bare = words.length === 1 && np.from === 0 && !isCountry(head.text);
  const plural = isPeople(head.lower) || (!head.capital && /[a-z]{2}[^sui]s$/.test(head.lower));
  const several = plural || words.some((token) => token.lower === "and");
  if ((bare && !several) || hasRival(tokens, { from: np.to, to: tokens.length }, several))
    return null;
  const told = text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, " ");
  return {
    words: /^(?:the|an?|its|their|his|her)$/.test(lead) ? definite(told) : told,
    several,
    somebody: !several && isSomebody(head.lower),
  };
}

const span = /^(?:days|weeks|months|years|hours|minutes|seconds|times|others)$/;

/** Whether behind the subject stands something else that the pronoun could lead back to. */
const hasRival = (tokens: readonly Token[], { from, to }: Range, several: boolean): boolean =>
  tokens.slice(from, to).some((token, k, all) => {
    if (!token.word) return false;
    if (several) return /[a-z]{2}[^sui]s$/.test(token.lower) && !span.test(token.lower);
    const time = weekdays.has(all[k + 1]?.lower ?? "") || months.has(all[k + 1]?.lower ?? "");
    return determiners.has(token.lower) && token.lower !== "no" && !time;
  });

/** "A new line" is "the new line" when it is spoken of again. */
const definite = (words: string): string =>
  words
    .replace(/^(?:an?|the)\s/i, "the ")
    .replace(/^(?:Its|Their|His|Her)\b/, (word) => word.toLowerCase());

function headOf(tokens: readonly Token[], np: Range | null): Range | null {
  if (!np) return null;
  let to = np.from;
  while (to < np.to) {
    const token = tokens[to];
    if (to > np.from && (token?.text === "," || token?.text === "(")) break;
    if (to > np.from && /^(?:who|which|that)$/.test(token?.lower ?? "")) break;
    to += 1;
  }
  return to > np.from && to - np.from <= longest ? { from: np.from, to } : null;
}
