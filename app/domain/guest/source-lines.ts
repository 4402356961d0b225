import { fail, ok, type Result } from "../result";
import { safeLink } from "../verdict/safe-link";

/** How many addresses an answer may name. */
export const mostSources = 10;

/** The addresses in a field that takes one on each line; or, in words, what is wrong with which. */
export function readSourceLines(text: string): Result<string[], string> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const wrong = lines.find((line) => safeLink(line) === null);
  if (wrong !== undefined) {
    const shown = wrong.length > 60 ? `${wrong.slice(0, 60)}…` : wrong;
    return fail(`“${shown}” is not a web address. Write one address on each line, with https://.`);
  }
  const links = [...new Set(lines.flatMap((line) => safeLink(line) ?? []))];
  if (links.length > mostSources) return fail(`Name ${mostSources} sources at most.`);
  return ok(links);
}
