import * as Y from "yjs";

import { blocksOf, letterAt, partsOf, textOf, type TextSpan } from "./rationale-blocks";

/** Where letters of a shared text came from; names them for ever. */
export interface LetterId {
  client: number;
  clock: number;
}

/**
 * Replaces the words of a span that lies in one paragraph. The new ones look like the first of the old, and come in
 * behind it, before it goes: so everybody who replaces the same words puts theirs at the same place, whatever changed
 * around them.
 *
 * @returns the first of the new letters; undefined when there is none.
 */
export function replaceWords(
  rationale: Y.XmlFragment,
  span: TextSpan,
  words: string,
): LetterId | undefined {
  const { doc } = rationale;
  const blocks = blocksOf(rationale);
  const block = blocks[span.from.block];
  const first = letterAt(blocks, span.from, 1);
  if (!doc || !block || !first) return undefined;
  if (words === "") {
    const { from, to } = withOneBlank(textOf(block), span.from.offset, span.to.offset);
    deleteBetween(block, from, to);
    return undefined;
  }
  const { letter, marks } = lookOf(first.text, first.index);
  const inserted = { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) };
  first.text.insert(first.index + letter.length, words, marks);
  const { offset } = span.from;
  deleteBetween(block, offset + letter.length + words.length, span.to.offset + words.length);
  deleteBetween(block, offset, offset + letter.length);
  return inserted;
}

/** Words that go take one of the blanks around them along. */
function withOneBlank(text: string, from: number, to: number): { from: number; to: number } {
  const before = text[from - 1] ?? "";
  const behind = text[to] ?? "";
  if (before === " " && /^[\s.,;:!?)]?$/u.test(behind)) return { from: from - 1, to };
  if (before === "" && behind === " ") return { from, to: to + 1 };
  return { from, to };
}

/** A letter, which may be two units long, and its marks. */
function lookOf(
  text: Y.XmlText,
  index: number,
): { letter: string; marks: Record<string, unknown> } {
  const parts: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  let base = 0;
  for (const { insert, attributes = {} } of parts) {
    const run = typeof insert === "string" ? insert : "\ufffc";
    if (index < base + run.length) {
      return {
        letter: String.fromCodePoint(run.codePointAt(index - base) ?? 0),
        marks: { ...attributes },
      };
    }
    base += run.length;
  }
  return { letter: "", marks: {} };
}

function deleteBetween(block: Y.XmlElement, from: number, to: number): void {
  for (const { text, base } of partsOf(block).reverse()) {
    if (text === null) continue;
    const start = Math.max(from - base, 0);
    const end = Math.min(to - base, text.length);
    if (start < end) text.delete(start, end - start);
  }
}
