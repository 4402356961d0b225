import type { Scene } from "./scene";
import type { Range } from "./subject";
import { determiners, institutionWords, isCountry, isDemonym, roleWords } from "./word-lists";

/** "Ann Lee for the Food Council" speaks as "Ann Lee". */
export function leadingName({ tokens, text }: Scene, np: Range): string | null {
  let to = np.from;
  while (to < np.to && tokens[to]?.capital && tokens[to]?.word) to += 1;
  const run = tokens.slice(np.from, to);
  const personal = run.every(
    (token) =>
      !institutionWords.has(token.lower) && !isDemonym(token.lower) && !roleWords.has(token.lower),
  );
  const follows = /^(?:for|from|at|with|of|in)$/.test(tokens[to]?.lower ?? "");
  if (run.length < 2 || run.length > 3 || !personal || !follows || to >= np.to) return null;
  const name = text.slice(run[0]?.start, run.at(-1)?.end);
  return isCountry(name) || determiners.has(run[0]?.lower ?? "") ? null : name;
}

/** "President Macron" speaks as "Macron". */
export function withoutTitle(scene: Scene, np: Range): string | null {
  const { tokens, text } = scene;
  let from = np.from;
  for (let k = np.from; k < np.to - 1; k += 1) {
    if (/['’]s?$/.test(tokens[k]?.text ?? "")) return null;
    const lower = tokens[k]?.lower ?? "";
    const abbreviated = tokens[k + 1]?.text === "." ? 1 : 0;
    if (roleWords.has(lower)) from = k + 1;
    else if (/^(?:mr|mrs|ms|dr|sir)$/.test(lower)) from = k + 1 + abbreviated;
  }
  const titled = from > np.from;
  const rest = tokens.slice(from, np.to);
  if (!titled || !rest.every((token) => token.capital || token.text === ".")) return null;
  // "The Chief Minister" is all title.
  if (rest.every((token) => roleWords.has(token.lower))) return null;
  if (rest.some((token) => institutionWords.has(token.lower))) return null;
  return text.slice(rest[0]?.start, rest.at(-1)?.end);
}

export const wordsOf = ({ tokens, text }: Scene, range: Range): string =>
  text.slice(tokens[range.from]?.start, tokens[range.to - 1]?.end).replace(/\s+/g, " ");
