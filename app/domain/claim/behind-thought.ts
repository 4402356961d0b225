import type { Range } from "./subject";
import type { Token } from "./tokens";
import { determiners } from "./word-lists";

const knows =
  /^(?:know|knew|recogni[sz]ed?|reali[sz]ed?|learned|learnt|see|saw|think|thought|believe|believed|understand|understood|found|estimate)$/;

/** In fewer words hardly a clause follows. */
const least = 5;

/**
 * Where the fact begins in what somebody said: behind "We recognise that the ship was sold" and "It is odd that". A
 * speaker's "I" stays, since a statement names whose thought it is.
 */
export function behindThought(
  tokens: readonly Token[],
  finite: readonly boolean[],
  { from, to }: Range,
): Range {
  const whole = { from, to };
  if (tokens[from]?.quoted !== true) return whole;
  const that = tokens.findIndex(({ lower }, i) => i > from + 1 && i < from + 6 && lower === "that");
  if (that < 0 || to - that < least || pointsAtNoun(tokens, finite, that)) return whole;
  const [first = "", second = "", ...rest] = tokens.slice(from, that).map(({ lower }) => lower);
  const thinks = first === "we" && knows.test(rest.at(-1) ?? second) && rest.length < 2;
  const weighs = first === "it's" || (first === "it" && /^(?:is|was)$/.test(second));
  return thinks || weighs ? { from: that + 1, to } : whole;
}

/** "I think that plan needs": a noun alone behind "that" is the one meant by it. */
function pointsAtNoun(tokens: readonly Token[], finite: readonly boolean[], that: number): boolean {
  const next = tokens[that + 1];
  const alone = next !== undefined && !next.capital && !determiners.has(next.lower);
  return alone && finite[that + 2] === true && !/s$/.test(next.lower);
}
