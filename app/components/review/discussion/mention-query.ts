import type { Colleague } from "./discussion-context";

/** What is being typed behind an @. */
export interface MentionAsked {
  /** Where the @ stands. */
  start: number;
  query: string;
}

const mostShown = 6;
const behindAt = /(?:^|[\s(“"'])@([^@\n]{0,40})$/u;

/** What somebody asks for whose caret is here; null when it is nobody. */
export function mentionAsked(words: string, caret: number): MentionAsked | null {
  const query = behindAt.exec(words.slice(0, caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}

/** The colleagues of whose names one part begins like this, in the order of their names. */
export function namesLike(query: string, colleagues: readonly Colleague[]): Colleague[] {
  const wanted = query.toLocaleLowerCase();
  return colleagues
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      // A name that stands there whole is chosen already.
      if (wanted.trimEnd() === lower && wanted !== lower) return false;
      return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
    })
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, mostShown);
}

/** The words with a name in place of what was typed of it, and where the caret goes. */
export function withMention(
  words: string,
  { start, query }: MentionAsked,
  name: string,
): { words: string; caret: number } {
  const before = `${words.slice(0, start)}@${name} `;
  const after = words.slice(start + 1 + query.length).replace(/^ /, "");
  return { words: before + after, caret: before.length };
}
