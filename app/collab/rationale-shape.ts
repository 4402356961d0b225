import * as Y from "yjs";

import type { rationaleNodes } from "./rationale";

type NodeName = (typeof rationaleNodes)[number];
type Attribute = (value: unknown) => boolean;

interface NodeShape {
  /** What it may stand in; the empty name is the rationale itself. */
  within: readonly string[];
  attributes: Readonly<Record<string, Attribute>>;
}

const flow = ["", "blockquote", "listItem"];
const lines = ["paragraph", "heading"];
const lists = ["bulletList", "orderedList"];
/** No cell spans others. */
const isOne: Attribute = (value) => value === 1;
const cell: NodeShape = { within: ["tableRow"], attributes: { colspan: isOne, rowspan: isOne } };

/** The longest id of a piece of evidence that a footnote can name. */
const longestCard = 128;

/** Where each node of the editor may stand, and what is kept with it. */
const nodeShapes: Readonly<Record<NodeName, NodeShape>> = {
  paragraph: { within: [...flow, "tableCell", "tableHeader"], attributes: {} },
  heading: { within: flow, attributes: { level: (value) => value === 2 || value === 3 } },
  blockquote: { within: flow, attributes: {} },
  bulletList: { within: flow, attributes: {} },
  orderedList: {
    within: flow,
    attributes: {
      start: (value) => Number.isSafeInteger(value),
      type: (value) => value === null || (typeof value === "string" && value.length <= 8),
    },
  },
  listItem: { within: lists, attributes: {} },
  hardBreak: { within: lines, attributes: {} },
  footnote: {
    within: lines,
    attributes: {
      card: (value) => typeof value === "string" && value !== "" && value.length <= longestCard,
    },
  },
  table: { within: flow, attributes: {} },
  tableRow: { within: ["table"], attributes: {} },
  tableHeader: cell,
  tableCell: cell,
};

const shapeOf = (name: string): NodeShape | undefined =>
  Object.hasOwn(nodeShapes, name) ? nodeShapes[name as NodeName] : undefined;

/** Whether the editor puts this into that. */
export function mayStandIn(child: Y.XmlElement | Y.XmlText, parent: unknown): boolean {
  const name = parent instanceof Y.XmlElement ? parent.nodeName : "";
  if (child instanceof Y.XmlText) return lines.includes(name);
  return shapeOf(child.nodeName)?.within.includes(name) ?? false;
}

/** Whether the editor keeps this with a node of that kind. */
export function mayBeKeptWith(node: unknown, key: string, value: unknown): boolean {
  if (!(node instanceof Y.XmlElement)) return false;
  const attributes = shapeOf(node.nodeName)?.attributes ?? {};
  return Object.hasOwn(attributes, key) && attributes[key]?.(value) === true;
}
