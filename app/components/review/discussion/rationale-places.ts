import type { Node } from "@tiptap/pm/model";

import type { TextPlace, TextSpan } from "~/collab/comments/rationale-blocks";

/** Where each paragraph and heading of the editor's document begins. They are the same ones as in the shared text. */
function blockStarts(doc: Node): number[] {
  const starts: number[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    starts.push(pos + 1);
    return false;
  });
  return starts;
}

/** The places in the shared text between which a selection of the editor lies. */
export function spanBetween(doc: Node, from: number, to: number): TextSpan {
  const starts = blockStarts(doc);
  const place = (pos: number): TextPlace => {
    const block = Math.max(
      0,
      starts.findLastIndex((start) => start <= pos),
    );
    return { block, offset: Math.max(0, pos - (starts[block] ?? 0)) };
  };
  return { from: place(from), to: place(to) };
}

/** The range of the editor's document that a span of the shared text covers; null where the two do not fit. */
export function rangeOf(doc: Node, { from, to }: TextSpan): { from: number; to: number } | null {
  const starts = blockStarts(doc);
  const [first, last] = [starts[from.block], starts[to.block]];
  if (first === undefined || last === undefined) return null;
  const range = { from: first + from.offset, to: last + to.offset };
  return range.from < range.to && range.to <= doc.content.size ? range : null;
}
