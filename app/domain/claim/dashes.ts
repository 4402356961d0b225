import type { Clause } from "./clause";
import { clause, phraseBefore, saysLittle, verbIn } from "./clause";
import type { Token } from "./tokens";
import { prepositions, relatives } from "./word-lists";

const dash = /^(?:–|—|--|-)$/;

/**
 * "The number of troops – about 130,000 – is as high as in spring": what stands between two dashes is judged apart, quoted
 * with the noun that it belongs to and told with its clause, which is told without it.
 */
export function cutBetweenDashes(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  if (host.hole || host.told || host.kind === "relative") return [];
  const marks = tokens.flatMap((token, i) =>
    i > from && i < to && dash.test(token.text) && !token.quoted && !token.nested ? [i] : [],
  );
  const [open = -1, close = -1] = marks;
  if (marks.length !== 2 || close - open < 3) return [];
  const inside = { from: open + 1, to: close };
  const figure = tokens.slice(open, close).some(({ text }) => /^\d/.test(text));
  const states = verbIn(finite, inside) >= 0;
  if (!figure && !(states && !saysLittle(tokens, inside))) return [];
  let { from: noun } = phraseBefore(tokens, finite, open, from);
  // "the number of troops near the border – about 130,000 –" is about the number.
  for (
    let k = 0;
    k < 2 && noun - 1 > from && prepositions.has(tokens[noun - 1]?.lower ?? "");
    k += 1
  )
    noun = phraseBefore(tokens, finite, noun - 1, from).from;
  const told = { from, to };
  const first = tokens[inside.from]?.lower ?? "";
  const alone = states || noun === open;
  const start = relatives.has(first) ? open + 2 : alone ? open + 1 : noun;
  const words = { from: start, to: close };
  host.hole = { from: open, to: close };
  return [{ ...clause("main", words.from, words.to), told }];
}
