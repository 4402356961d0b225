import type { NumberedSource } from "~/collab/source-watch";

const behindBracket = /\[([^[\]\n\ufffc]{0,60})$/u;

/** What is typed behind the last open bracket before the caret; null where there is none. */
export function sourceAsked(before: string): string | null {
  return behindBracket.exec(before)?.[1] ?? null;
}

/** What a source is called where it is chosen. */
export const sourceName = ({ title, url, number }: NumberedSource): string =>
  title || url || `Evidence ${number}`;

/** The sources whose number begins like this, or whose title or address has each of these words, in their order. */
export function sourcesLike(
  query: string,
  sources: readonly NumberedSource[],
): readonly NumberedSource[] {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return sources.filter(({ number, title, url }) => {
    const text = `${title} ${url}`.toLocaleLowerCase();
    return words.every((word) => `${number}`.startsWith(word) || text.includes(word));
  });
}
