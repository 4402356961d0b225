import * as Y from "yjs";

import { cutSentences } from "~/domain/claim/sentences";

import { cleanText } from "../clean-text";
import { reviewParts } from "../review-document";

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

/** A paragraph, heading or field of the review. */
export interface WrittenPart {
  place: "summary" | "rationale";
  sentences: WrittenSentence[];
}

interface Character {
  unit: string;
  author: string | null;
  at: string | null;
}

/** Who wrote each sentence of the summary and the rationale, by the client ids in the document. */
export function authorshipOf(doc: Y.Doc, origins: Origins): WrittenPart[] {
  const { summary, rationale } = reviewParts(doc);
  const parts: WrittenPart[] = [
    { place: "summary", sentences: sentencesOf(charactersOf(summary, origins)) },
    ...blocksOf(rationale).map((block): WrittenPart => ({
      place: "rationale",
      sentences: sentencesOf(
        block.flatMap((text) => (text === null ? [lineBreak] : charactersOf(text, origins))),
      ),
    })),
  ];
  return parts.filter((part) => part.sentences.length > 0);
}

const lineBreak: Character = { unit: "\n", author: null, at: null };

/** The texts of each innermost block, a hard break as null. */
function blocksOf(parent: Y.XmlFragment): (Y.XmlText | null)[][] {
  const blocks: (Y.XmlText | null)[][] = [];
  const pending = [parent];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const children = next.toArray();
    const isInnermost = children.some((child) => child instanceof Y.XmlText);
    if (isInnermost) {
      blocks.push(
        children.flatMap((child) => {
          if (child instanceof Y.XmlText) return [child];
          return child instanceof Y.XmlElement && child.nodeName === "hardBreak" ? [null] : [];
        }),
      );
      continue;
    }
    for (const child of children.toReversed()) {
      if (child instanceof Y.XmlElement) pending.push(child);
    }
  }
  return blocks;
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
    const shown = cleanText(text.slice(start, end)).trim();
    if (shown === "") return [];
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
    return [{ text: shown, authors, lastAt }];
  });
}
