import * as Y from "yjs";

import { cutSentences } from "~/domain/claim/sentences";
import { footnoteMark, sourceNumbers } from "~/domain/verdict/footnotes";

import { cleanText } from "../clean-text";
import { blocksOf } from "../comments/rationale-blocks";
import { footnoteCard } from "../rationale-runs";
import { readCard, reviewParts, shownCards } from "../review-document";

/** For each Yjs client: up to which clock (exclusive) which row reaches, in order. */
export type Origins = Map<number, { until: number; author: string; at: string }[]>;

/** A sentence, and whose characters it consists of. */
export interface WrittenSentence {
  text: string;
  /** Person ids with their share of the characters, 0 to 1, the largest first. Empty for unknown origin. */
  authors: { id: string; share: number }[];
  /** When the youngest character came; ISO 8601, or null. */
  lastAt: string | null;
}

/** A paragraph, heading, paragraph of a table's cell, or field of the review. */
export interface WrittenPart {
  place: "summary" | "rationale";
  sentences: WrittenSentence[];
}

interface Character {
  unit: string;
  author: string | null;
  at: string | null;
  /** Footnotes behind it. They are not in the text that is cut, which would end sentences inside of them. */
  marks?: string;
}

/** Who wrote each sentence of the summary and the rationale, by the client ids in the document. */
export function authorshipOf(doc: Y.Doc, origins: Origins): WrittenPart[] {
  const { summary, rationale, evidence } = reviewParts(doc);
  const numbers = sourceNumbers(shownCards(evidence).map(readCard));
  const parts: WrittenPart[] = [
    { place: "summary", sentences: sentencesOf(charactersOf(summary, origins)) },
    ...blocksOf(rationale).map((block): WrittenPart => ({
      place: "rationale",
      sentences: sentencesOf(charactersIn(block, origins, numbers)),
    })),
  ];
  return parts.filter((part) => part.sentences.length > 0);
}

/** The characters of a paragraph or heading. A footnote goes with the one before it, and is nobody's words. */
function charactersIn(
  block: Y.XmlElement,
  origins: Origins,
  numbers: ReadonlyMap<string, number>,
): Character[] {
  const characters: Character[] = [];
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) characters.push(...charactersOf(child, origins));
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.nodeName === "hardBreak") characters.push({ unit: "\n", author: null, at: null });
    const last = characters.at(-1);
    if (child.nodeName !== "footnote" || !last) continue;
    last.marks = `${last.marks ?? ""}${footnoteMark(numbers.get(footnoteCard(child)))}`;
  }
  return characters;
}

/** Walks the items, because no public method of Yjs tells which client a character came from. */
function charactersOf(text: Y.Text, origins: Origins): Character[] {
  const characters: Character[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const units = item.content.str;
    for (let i = 0; i < units.length; i += 1) {
      const from = originOf(origins.get(client), clock + i);
      characters.push({
        unit: units.charAt(i),
        author: from?.author ?? null,
        at: from?.at ?? null,
      });
    }
  }
  return characters;
}

function originOf<T extends { until: number }>(rows: readonly T[] = [], clock: number): T | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.until ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return rows[low] ?? null;
}

function sentencesOf(characters: readonly Character[]): WrittenSentence[] {
  const text = characters.map(({ unit }) => unit).join("");
  return cutSentences(text, { start: 0, end: text.length }).flatMap(({ start, end }) => {
    if (cleanText(text.slice(start, end)).trim() === "") return [];
    const shown = characters.slice(start, end).map(({ unit, marks = "" }) => unit + marks);
    const own = characters.slice(start, end).filter(({ unit }) => unit.trim() !== "");
    const counts = new Map<string, number>();
    let lastAt: string | null = null;
    for (const { author, at } of own) {
      if (author !== null) counts.set(author, (counts.get(author) ?? 0) + 1);
      if (at !== null && (lastAt === null || at > lastAt)) lastAt = at;
    }
    const authors = [...counts]
      .map(([id, count]) => ({ id, share: count / own.length }))
      .sort((a, b) => b.share - a.share);
    return [{ text: cleanText(shown.join("")).trim(), authors, lastAt }];
  });
}
