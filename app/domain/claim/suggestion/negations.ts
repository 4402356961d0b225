import { wordsOf } from "./source-words";

const negative = new Set(
  "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont isnt wasnt arent".split(
    " ",
  ),
);

/** How often an English text denies something. "Neither ... nor" denies once. */
export function negationsIn(text: string): number {
  const keys = wordsOf(text).map(({ key }) => key);
  const found = keys.filter((key) => negative.has(key) || key.endsWith("n't")).length;
  const nor = keys.filter((key) => key === "nor").length;
  return keys.includes("neither") ? found - nor : found;
}
