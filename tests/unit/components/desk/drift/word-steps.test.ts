import { describe, expect, it } from "vitest";

import { stepByKey, wordsOf, type WordSelection } from "~/components/desk/drift/word-steps";

const text = "\nOne two three.\nFour five.\nSix.";
const words = wordsOf(text);

/** The words that are selected after these keys; `+` before one is Shift. */
function after(...keys: string[]): string | null {
  let at: WordSelection | null = null;
  for (const key of keys)
    at = stepByKey(words, at, key.replace("+", ""), key.startsWith("+")) ?? at;
  if (at === null) return null;
  const [first, last] = [Math.min(at.anchor, at.focus), Math.max(at.anchor, at.focus)];
  return text.slice(words[first]?.start, words[last]?.end);
}

describe("selecting by keys", () => {
  it.each([
    [["ArrowRight"], "One"],
    [["ArrowRight", "ArrowRight"], "two"],
    [["ArrowLeft"], "One"],
    [["ArrowDown", "ArrowDown"], "Four"],
    [["ArrowDown", "+ArrowRight", "+ArrowRight"], "One two three."],
    [["ArrowDown", "ArrowDown", "+End"], "Four five."],
    [["ArrowDown", "+ArrowDown"], "One two three.\nFour"],
    [["ArrowDown", "+ArrowDown", "+ArrowDown", "+ArrowDown"], "One two three.\nFour five.\nSix."],
    [["ArrowDown", "ArrowDown", "End", "+ArrowLeft", "+ArrowLeft"], "three.\nFour five."],
    [["ArrowDown", "ArrowDown", "ArrowUp"], "One"],
    [["ArrowDown", "ArrowDown", "ArrowDown", "Home", "ArrowRight", "ArrowRight"], "Six."],
    [["a", "Tab", "Enter"], null],
  ])("%j selects %j", (keys, selected) => {
    expect(after(...keys)).toBe(selected);
  });

  it("leads nowhere in a text without words", () => {
    expect(stepByKey([], null, "ArrowDown", false)).toEqual({ anchor: 0, focus: 0 });
  });
});
