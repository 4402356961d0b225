import * as Y from "yjs";

import type { RichText, RichTextBlock } from "~/domain/verdict/rich-text";

import { mergedRuns, readRuns, readText, writeRuns } from "./rationale-runs";
import { evenRows, readCell, writeTable } from "./rationale-table";

/** The editor's node names. A shared document with any other is refused by the server. */
export const rationaleNodes = [
  "paragraph",
  "heading",
  "blockquote",
  "bulletList",
  "orderedList",
  "listItem",
  "hardBreak",
  "footnote",
  "table",
  "tableRow",
  "tableHeader",
  "tableCell",
] as const;

/** Deeper quotes and lists are dropped when read, so that no document can exhaust a reader's stack. */
export const deepestRationale = 12;

/**
 * The rationale as plain values. Tolerant: unknown nodes and marks are dropped and unsafe links lose their address,
 * but no words of a known node are. Blank paragraphs at both ends are left out.
 */
export function readRationale(fragment: Y.XmlFragment): RichText {
  return withoutBlankEnds(readBlocks(fragment, 0));
}

/** Replaces what the fragment holds. For seeding and tests; people write through the editor. */
export function writeRationale(fragment: Y.XmlFragment, blocks: RichText): void {
  fragment.delete(0, fragment.length);
  fragment.insert(0, fitToEditor(blocks).map(toElement));
}

/**
 * Makes the fragment say this, and leaves its blocks before the first and after the last difference as they are: their
 * words keep their authors, and whoever is writing in them keeps the place.
 */
export function changeRationale(fragment: Y.XmlFragment, blocks: RichText): void {
  const wanted = fitToEditor(blocks);
  const known = fragment.toArray().map((node) => JSON.stringify(readNode(node, 0)));
  const keys = wanted.map((block) => JSON.stringify([block]));
  const shorter = Math.min(known.length, keys.length);
  let start = 0;
  while (start < shorter && known[start] === keys[start]) start += 1;
  let end = 0;
  while (end < shorter - start && known.at(-1 - end) === keys.at(-1 - end)) end += 1;
  fragment.delete(start, known.length - start - end);
  fragment.insert(start, wanted.slice(start, wanted.length - end).map(toElement));
}

/**
 * The same words in a shape the editor's schema accepts: quotes, lists and tables are not empty, a list item starts with a
 * paragraph, the rows of a table are equally long, neighbouring runs that look alike are one. What is written with `writeRationale` reads back as this.
 */
export function fitToEditor(blocks: RichText, depth = 0): RichText {
  if (depth > deepestRationale) return [];
  return blocks.flatMap((block): RichText => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return [{ ...block, runs: mergedRuns(block.runs) }];
      case "quote": {
        const inner = fitToEditor(block.blocks, depth + 1);
        return inner.length > 0 ? [{ type: "quote", blocks: inner }] : [];
      }
      case "list": {
        const items = block.items.map((item) => {
          const inner = fitToEditor(item, depth + 1);
          return inner[0]?.type === "paragraph" ? inner : [blankParagraph(), ...inner];
        });
        return items.length > 0 ? [{ ...block, items }] : [];
      }
      case "table": {
        const rows = evenRows(block.rows);
        return rows.length > 0 ? [{ type: "table", rows }] : [];
      }
    }
  });
}

const blankParagraph = (): RichTextBlock => ({ type: "paragraph", runs: [] });

function withoutBlankEnds(blocks: RichText): RichText {
  const isBlank = (block: RichTextBlock) => block.type === "paragraph" && block.runs.length === 0;
  const first = blocks.findIndex((block) => !isBlank(block));
  if (first === -1) return [];
  return blocks.slice(first, blocks.findLastIndex((block) => !isBlank(block)) + 1);
}

function readBlocks(parent: Y.XmlFragment, depth: number): RichText {
  if (depth > deepestRationale) return [];
  return parent.toArray().flatMap((node) => readNode(node, depth));
}

function readNode(node: unknown, depth: number): RichText {
  if (node instanceof Y.XmlText) {
    const runs = readText(node);
    return runs.length > 0 ? [{ type: "paragraph", runs }] : [];
  }
  return node instanceof Y.XmlElement ? readBlock(node, depth) : [];
}

function readBlock(node: Y.XmlElement, depth: number): RichText {
  switch (node.nodeName) {
    case "paragraph":
      return [{ type: "paragraph", runs: readRuns(node) }];
    case "heading":
      return [
        { type: "heading", level: attribute(node, "level") === 3 ? 3 : 2, runs: readRuns(node) },
      ];
    case "blockquote": {
      const blocks = readBlocks(node, depth + 1);
      return blocks.length > 0 ? [{ type: "quote", blocks }] : [];
    }
    case "bulletList":
    case "orderedList": {
      const items = childrenNamed(node, ["listItem"]).map((child) => readBlocks(child, depth + 1));
      const list: RichTextBlock = { type: "list", ordered: node.nodeName === "orderedList", items };
      return items.length > 0 ? [list] : [];
    }
    case "table": {
      const rows = childrenNamed(node, ["tableRow"]).map((row) =>
        childrenNamed(row, ["tableHeader", "tableCell"]).map((cell) =>
          readCell(cell.nodeName === "tableHeader", readBlocks(cell, depth + 1)),
        ),
      );
      const even = evenRows(rows);
      return even.length > 0 ? [{ type: "table", rows: even }] : [];
    }
    default:
      return [];
  }
}

function childrenNamed(node: Y.XmlElement, names: readonly string[]): Y.XmlElement[] {
  return node
    .toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
    .filter((child) => names.includes(child.nodeName));
}

/** The types of Yjs promise strings; the editor stores numbers. */
function attribute(node: Y.XmlElement, name: string): unknown {
  return node.getAttribute(name);
}

function toElement(block: RichTextBlock): Y.XmlElement {
  switch (block.type) {
    case "paragraph":
      return element("paragraph", writeRuns(block.runs));
    case "heading": {
      const node = new Y.XmlElement<{ level: number }>("heading");
      node.setAttribute("level", block.level);
      node.insert(0, writeRuns(block.runs));
      return node as Y.XmlElement;
    }
    case "quote":
      return element("blockquote", block.blocks.map(toElement));
    case "list":
      return element(
        block.ordered ? "orderedList" : "bulletList",
        block.items.map((item) => element("listItem", item.map(toElement))),
      );
    case "table":
      return writeTable(block.rows, toElement);
  }
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name);
  node.insert(0, children);
  return node;
}
