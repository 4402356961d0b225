import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isIrregularPast } from "./verbs";
import { auxiliaries, determiners, prepositions } from "./word-lists";

/**
 * One fact of a sentence. `words` are the tokens that state it and become the quote; a `subject` that stands
 * elsewhere is borrowed for the statement; `hole` is inserted text that the statement leaves out.
 */
export interface Clause {
  kind: "main" | "predicate" | "relative" | "inner";
  words: Range;
  subject: Range | null;
  hole: Range | null;
  /** The word that ties it to the clause before: "who", "where", "after"; empty for a main clause. */
  connector: string;
  /** The subject of the clause around it, which an "it" inside may mean. */
  matrix: Range | null;
  /** The finite form that a participle stands for, written in its place: "injuring 11" is "injured 11". */
  verb: string | null;
  /** The words that the statement tells, where more than the quote: an addition is told with its clause. */
  told?: Range;
}

/**
 * Parts what stands behind a comma or a dash from its clause, which ends before it from now on. What is parted is quoted
 * alone and told with all that the clause said.
 */
export function partFrom(host: Clause, tokens: readonly Token[], mark: number): Clause {
  const { from, to } = host.words;
  host.words = tidy(tokens, { from, to: mark });
  return { ...host, words: tidy(tokens, { from: mark + 1, to }), told: { from, to } };
}

/** Where the first finite verb among these words stands; -1 without one. */
export const verbIn = (finite: readonly boolean[], { from, to }: Range): number =>
  finite.findIndex((is, i) => is && i >= from && i < to);

/** The noun phrase that ends here: back to its determiner, or to the preposition or verb before it. */
export function phraseBefore(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
  least: number,
): Range {
  let from = end;
  while (from > least && end - from < 12) {
    const token = tokens[from - 1];
    if (!token || (!token.word && !token.nested && !/^[-.$€£%]$/.test(token.text))) break;
    if (
      finite[from - 1] ||
      prepositions.has(token.lower) ||
      /^(?:and|but|or|that|to|by)$/.test(token.lower)
    )
      break;
    const participle = /ed$/.test(token.lower) || isIrregularPast(token.lower);
    if (participle && auxiliaries.has(tokens[from - 2]?.lower ?? "")) break;
    from -= 1;
    if (determiners.has(token.lower)) break;
  }
  return { from, to: end };
}

export function clauseSubject(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
  before: number,
): Range | null {
  const { words, hole } = host;
  const end = hole ? Math.min(hole.from, before) : before;
  for (let k = words.from; k < end; k += 1) {
    // "Nurses who worked nights were": the first verb belongs to what restricts the subject.
    if (/^(?:who|which|that)$/.test(tokens[k - 1]?.lower ?? "") && k - 1 > words.from) continue;
    if (finite[k]) return k > words.from ? { from: words.from, to: k } : null;
  }
  return { from: words.from, to: end };
}

export function clause(kind: Clause["kind"], from: number, to: number): Clause {
  return {
    kind,
    words: { from, to },
    subject: null,
    hole: null,
    connector: "",
    matrix: null,
    verb: null,
  };
}

/** The range without commas and linking words at its ends. */
export function tidy(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  const loose = (token: Token | undefined) =>
    token !== undefined && !token.word && !token.nested && /^[,;:–—-]$/.test(token.text);
  while (
    from < to &&
    (loose(tokens[from]) ||
      (/^(?:and|but|yet|so)$/.test(tokens[from]?.lower ?? "") &&
        !/^(?:far|called|many|much)$/.test(tokens[from + 1]?.lower ?? "")) ||
      (tokens[from]?.lower === "even" && /^(?:as|though)$/.test(tokens[from + 1]?.lower ?? "")))
  )
    from += 1;
  const times = /^(?:years?|months?|weeks?|days?|nights?|season|decade|long|shortly|ever)$/;
  const adverb = (at: number) =>
    (/^(?:before|after|since)$/.test(tokens[at]?.lower ?? "") &&
      times.test(tokens[at - 1]?.lower ?? "")) ||
    (tokens[at]?.lower === "while" &&
      /^(?:a|quite|little|long)$/.test(tokens[at - 1]?.lower ?? ""));
  while (
    to > from &&
    !adverb(to - 1) &&
    (loose(tokens[to - 1]) ||
      /^(?:and|but|while|although|though|whereas|after|before|because|since|when|where|as|if)$/.test(
        tokens[to - 1]?.lower ?? "",
      ))
  )
    to -= 1;
  // "... said that" leaves a loose end, "to do that" does not.
  const dangling = /^(?:said|and|but)$/.test(tokens[to - 2]?.lower ?? "");
  if (to - from > 1 && dangling && tokens[to - 1]?.lower === "that") to -= 1;
  return { from, to };
}

export const isComma = (token: Token | undefined): boolean =>
  token?.text === "," && !token.nested && !token.quoted;

/** So few words without a name or a figure are no fact of their own. */
const fewest = 5;

/** Whether a stretch has few words and neither a name nor a figure. */
export function saysLittle(tokens: readonly Token[], { from, to }: Range): boolean {
  const words = tokens.slice(from, to).filter((token) => token.word);
  return words.length < fewest && !words.some(({ text, capital }) => capital || /\d/.test(text));
}
