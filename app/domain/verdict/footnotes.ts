import type { Evidence } from "../evidence/evidence";
import { isFootnote, type Footnote, type RichText, type RichTextBlock } from "./rich-text";

/** A source as far as a footnote names it. */
export type NamedSource = Pick<Evidence, "id" | "title">;

/** What stands where a footnote's source is gone. */
export const removedSource = "source was removed";

/** The footnotes of a text in reading order. */
export function footnotesIn(blocks: RichText): Footnote[] {
  return blocks.flatMap((block: RichTextBlock): Footnote[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return block.runs.filter(isFootnote);
      case "quote":
        return footnotesIn(block.blocks);
      case "list":
        return block.items.flatMap(footnotesIn);
      case "table":
        return block.rows.flat().flatMap(({ blocks: inner }) => footnotesIn(inner));
    }
  });
}

/** The number of each source, by its id, as it stands in the list. */
export function sourceNumbers(sources: readonly { id: string }[]): Map<string, number> {
  return new Map(sources.map(({ id }, index) => [id, index + 1]));
}

/** A footnote as it is shown: "[2]", or in words where there is no such source any more. */
export const footnoteMark = (number: number | undefined): string =>
  `[${number === undefined ? removedSource : number}]`;

/** One footnote of a text: which one it is, counted from 1 in reading order, and the source it is about. */
export interface Reference {
  place: number;
  /** Undefined where the source was removed. */
  source: { number: number; title: string } | undefined;
}

/** What each footnote of a text is about. */
export function referencesIn(
  blocks: RichText,
  sources: readonly NamedSource[],
): Map<Footnote, Reference> {
  const numbers = sourceNumbers(sources);
  return new Map(
    footnotesIn(blocks).map((note, index) => {
      const number = numbers.get(note.footnote);
      const title = sources[(number ?? 0) - 1]?.title ?? "";
      return [
        note,
        { place: index + 1, source: number === undefined ? number : { number, title } },
      ];
    }),
  );
}

/** The places of the text that refer to a source, by the source's id. */
export function placesBySource(blocks: RichText): Map<string, number[]> {
  const places = new Map<string, number[]>();
  footnotesIn(blocks).forEach(({ footnote }, index) => {
    places.set(footnote, [...(places.get(footnote) ?? []), index + 1]);
  });
  return places;
}

/** Says what to do about footnotes whose sources are not there; null when all of them are. */
export function deadFootnotesMessage(
  blocks: RichText,
  sources: readonly { id: string }[],
): string | null {
  const numbers = sourceNumbers(sources);
  const dead = footnotesIn(blocks).filter(({ footnote }) => !numbers.has(footnote)).length;
  if (dead === 0) return null;
  return dead === 1
    ? "A footnote of the rationale is about a source that was removed. Take the footnote out, or point it to another source."
    : `${dead} footnotes of the rationale are about sources that were removed. Take them out, or point them to other sources.`;
}
