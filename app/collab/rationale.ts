import * as Y from "yjs";

import type { RichText, RichTextBlock, TextRun } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

import { cleanText } from "./clean-text";

/** The editor's node names. A shared document with any other is refused by the server. */
export const rationaleNodes = [
  "paragraph",
  "heading",
  "blockquote",
  "bulletList",
  "orderedList",
  "listItem",
  "hardBreak",
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
 * The same words in a shape the editor's schema accepts: quotes and lists are not empty, a list item starts with a
 * paragraph, neighbouring runs that look alike are one. What is written with `writeRationale` reads back as this.
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
    const runs = mergedRuns(textRuns(node));
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
      const items = node
        .toArray()
        .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement)
        .filter((child) => child.nodeName === "listItem")
        .map((child) => readBlocks(child, depth + 1));
      const list: RichTextBlock = { type: "list", ordered: node.nodeName === "orderedList", items };
      return items.length > 0 ? [list] : [];
    }
    default:
      return [];
  }
}

function readRuns(node: Y.XmlElement): TextRun[] {
  const runs = node.toArray().flatMap((child): TextRun[] => {
    if (child instanceof Y.XmlText) return textRuns(child);
    const isBreak = child instanceof Y.XmlElement && child.nodeName === "hardBreak";
    return isBreak ? [{ text: "\n" }] : [];
  });
  return mergedRuns(runs);
}

function textRuns(text: Y.XmlText): TextRun[] {
  const parts: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return parts.flatMap(({ insert, attributes = {} }) =>
    typeof insert === "string" ? [markedRun(cleanText(insert), attributes)] : [],
  );
}

function markedRun(text: string, attributes: Record<string, unknown>): TextRun {
  const run: TextRun = { text };
  if (isSet(attributes.bold)) run.bold = true;
  if (isSet(attributes.italic)) run.italic = true;
  const href = linkOf(attributes.link);
  if (href !== null) run.href = href;
  return run;
}

const isSet = (mark: unknown): boolean => mark !== undefined && mark !== null && mark !== false;

function linkOf(mark: unknown): string | null {
  if (typeof mark !== "object" || mark === null || !("href" in mark)) return null;
  return typeof mark.href === "string" ? safeLink(mark.href) : null;
}

/** The types of Yjs promise strings; the editor stores numbers. */
function attribute(node: Y.XmlElement, name: string): unknown {
  return node.getAttribute(name);
}

/** Neighbours that look alike become one run; a line break carries no marks, because the editor's does not. */
function mergedRuns(runs: TextRun[]): TextRun[] {
  const merged: TextRun[] = [];
  for (const run of runs.flatMap(splitAtBreaks)) {
    if (run.text === "") continue;
    const last = merged.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else {
      merged.push(run);
    }
  }
  return merged;
}

function splitAtBreaks(run: TextRun): TextRun[] {
  return run.text.split(/(\n)/).map((text) => (text === "\n" ? { text } : { ...run, text }));
}

function toElement(block: RichTextBlock): Y.XmlElement {
  switch (block.type) {
    case "paragraph":
      return element("paragraph", inline(block.runs));
    case "heading": {
      const node = new Y.XmlElement<{ level: number }>("heading");
      node.setAttribute("level", block.level);
      node.insert(0, inline(block.runs));
      return node as Y.XmlElement;
    }
    case "quote":
      return element("blockquote", block.blocks.map(toElement));
    case "list":
      return element(
        block.ordered ? "orderedList" : "bulletList",
        block.items.map((item) => element("listItem", item.map(toElement))),
      );
  }
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name);
  node.insert(0, children);
  return node;
}

function inline(runs: TextRun[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const closeText = () => {
    if (delta.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(delta);
    nodes.push(text);
    delta = [];
  };
  for (const run of runs.flatMap(splitAtBreaks)) {
    if (run.text === "\n") {
      closeText();
      nodes.push(new Y.XmlElement("hardBreak"));
    } else if (run.text !== "") {
      delta.push({ insert: run.text, attributes: marks(run) });
    }
  }
  closeText();
  return nodes;
}

function marks(run: TextRun): Record<string, unknown> {
  const href = run.href === undefined ? null : safeLink(run.href);
  return {
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...(href === null ? {} : { link: { href } }),
  };
}
