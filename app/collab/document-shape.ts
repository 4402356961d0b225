import * as Y from "yjs";

import { isDerivationLine } from "~/domain/evidence/derivation";
import { sourceTypes, stances } from "~/domain/evidence/evidence";
import { otherSides } from "~/domain/evidence/sourcing";
import { commentSize } from "~/domain/review/discussion";
import { ratings } from "~/domain/verdict/rating";

import { commentFields } from "./comments/comment-fields";
import type { Limits } from "./limits";
import { mayBeKeptWith, mayStandIn } from "./rationale-shape";
import { cardLines, cardTexts, documentParts } from "./review-document";

type Part = (typeof documentParts)[number];
type Sizes = Pick<
  Limits,
  "summaryLength" | "cards" | "lineLength" | "cardTextLength" | "comments" | "commentBytes"
>;

/** What may stand somewhere in the shared document. `name` is for the words of a refusal. */
export type Shape =
  | { kind: "value"; fits: (value: unknown) => boolean }
  | { kind: "words"; atMostBytes: number; name: string }
  | { kind: "text"; atMost: number; name: string }
  | { kind: "fields"; fields: Readonly<Record<string, Shape>> }
  | { kind: "entries"; atMost: number; of: Shape; name: string }
  | { kind: "list"; atMost: number; of: Shape; name: string }
  | { kind: "nodes" };

/**
 * The shape of the whole document: every part by name. A part that is not here cannot be written, and neither can a
 * field that is not here.
 */
export function documentShape(sizes: Sizes): Readonly<Record<Part, Shape>> {
  const line = value((it) => typeof it === "string" && it.length <= sizes.lineLength);
  const derivation = value(
    (it) => typeof it === "string" && it.length <= sizes.lineLength && isDerivationLine(it),
  );
  const text = (name: string, atMost: number): Shape => ({ kind: "text", atMost, name });
  return {
    verdict: { kind: "fields", fields: { rating: oneOf(ratings) } },
    summary: text("the summary", sizes.summaryLength),
    rationale: { kind: "nodes" },
    evidence: {
      kind: "list",
      atMost: sizes.cards,
      name: "pieces of evidence",
      of: {
        kind: "fields",
        fields: {
          id: line,
          stance: oneOf(stances),
          sourceType: oneOf(sourceTypes),
          order: value((it) => typeof it === "number" && Number.isFinite(it)),
          removed: value((it) => typeof it === "boolean"),
          ...byName(cardLines, (name) => (name === "derivedFrom" ? derivation : line)),
          ...byName(cardTexts, (name) => text(`the ${name} of a source`, sizes.cardTextLength)),
        },
      },
    },
    sourcing: { kind: "fields", fields: { otherSide: oneOf(otherSides), otherSideBy: line } },
    singleSource: text("the reason for one source", sizes.cardTextLength),
    otherSideWords: text("what is said of the other side", sizes.cardTextLength),
    comments: {
      kind: "entries",
      atMost: sizes.comments,
      name: "comments",
      of: {
        kind: "fields",
        fields: {
          ...Object.fromEntries(
            Object.entries(commentFields).map(([name, fits]) => [name, value(fits)]),
          ),
          words: { kind: "words", atMostBytes: sizes.commentBytes, name: "a comment" },
        },
      },
    },
  };
}

function value(fits: (value: unknown) => boolean): Shape {
  return { kind: "value", fits };
}

function oneOf(values: readonly string[]): Shape {
  return value((it) => values.some((known) => known === it));
}

function byName<Name extends string>(names: readonly Name[], of: (name: Name) => Shape) {
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** `wrong`: no editor of a review makes this. `large`: too much of what is allowed, in words for the person. */
export type ShapeProblem = { kind: "wrong" | "large"; detail: string };

const longestMark = 4096;
const longestKey = 64;

/** Whether what an update brought into a document has the document's shape. Takes time only for what is new. */
export class ShapeCheck {
  readonly #shapes: Readonly<Record<Part, Shape>>;

  constructor(sizes: Sizes) {
    this.#shapes = documentShape(sizes);
  }

  /** Looks at what these clients have written after `before`, the document's state until then. */
  problemSince(
    doc: Y.Doc,
    before: ReadonlyMap<number, number>,
    clients: Iterable<number>,
  ): ShapeProblem | null {
    const seen = new Map<unknown, Shape | undefined>();
    for (const client of clients) {
      const structs = doc.store.clients.get(client) ?? [];
      const known = before.get(client) ?? 0;
      const last = structs.at(-1);
      if (!last || last.id.clock + last.length <= known) continue;
      for (let index = Y.findIndexSS(structs, known); index < structs.length; index++) {
        const item = structs[index];
        if (!(item instanceof Y.Item) || item.deleted) continue;
        const problem = itemProblem(item, this.#shapeOf(doc, item.parent, seen));
        if (problem) return problem;
      }
    }
    return null;
  }

  #shapeOf(doc: Y.Doc, type: unknown, seen: Map<unknown, Shape | undefined>): Shape | undefined {
    if (seen.has(type)) return seen.get(type);
    const shape = this.#findShape(doc, type, seen);
    seen.set(type, shape);
    return shape;
  }

  #findShape(doc: Y.Doc, type: unknown, seen: Map<unknown, Shape | undefined>): Shape | undefined {
    if (!(type instanceof Y.AbstractType)) return undefined;
    const item = type._item;
    if (item === null) {
      const part = documentParts.find((name) => doc.share.get(name) === type);
      return part && this.#shapes[part];
    }
    return childShape(this.#shapeOf(doc, item.parent, seen), item.parentSub);
  }
}

function childShape(shape: Shape | undefined, key: string | null): Shape | undefined {
  switch (shape?.kind) {
    case "fields":
      return key !== null && Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    case "entries":
      return key === null ? undefined : shape.of;
    case "list":
      return key === null ? shape.of : undefined;
    case "nodes":
      return key === null ? shape : undefined;
    default:
      return undefined;
  }
}

function itemProblem(item: Y.Item, shape: Shape | undefined): ShapeProblem | null {
  const { parent, parentSub: key, content } = item;
  switch (shape?.kind) {
    case "fields":
    case "entries": {
      const child = childShape(shape, key);
      if (!child || (key?.length ?? 0) > longestKey) return wrong("a field that is not known");
      if (!fits(content, child)) return wrong(`something else in the field ${key}`);
      if (isTooLong(content, child)) return large(`${child.name} is too long`);
      const isFull =
        shape.kind === "entries" && parent instanceof Y.Map && parent.size > shape.atMost;
      return isFull ? large(`too many ${shape.name}`) : null;
    }
    case "list":
      if (key !== null || !fits(content, shape.of)) return wrong("something else in a list");
      return parent instanceof Y.Array && parent.length > shape.atMost
        ? large(`too many ${shape.name}`)
        : null;
    case "text":
      if (key !== null || !(content instanceof Y.ContentString)) {
        return wrong("something else than text in a text");
      }
      return parent instanceof Y.Text && parent.length > shape.atMost
        ? large(`${shape.name} is too long`)
        : null;
    case "nodes":
      return key === null ? nodeProblem(parent, content) : attributeProblem(parent, key, content);
    default:
      return wrong("something where nothing belongs");
  }
}

/** Words that are written as one value, and not letter by letter. */
function isTooLong(
  content: Y.Item["content"],
  shape: Shape,
): shape is Extract<Shape, { kind: "words" }>;
function isTooLong(content: Y.Item["content"], shape: Shape): boolean {
  if (shape.kind !== "words" || !(content instanceof Y.ContentAny)) return false;
  return content.arr.some((it) => typeof it === "string" && commentSize(it) > shape.atMostBytes);
}

function fits(content: Y.Item["content"], shape: Shape): boolean {
  if (shape.kind === "words") {
    return content instanceof Y.ContentAny && content.arr.every((it) => typeof it === "string");
  }
  if (shape.kind === "value") {
    return content instanceof Y.ContentAny && content.arr.every((it) => shape.fits(it));
  }
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  switch (shape.kind) {
    case "text":
      return type instanceof Y.Text && !(type instanceof Y.XmlText);
    case "fields":
    case "entries":
      return type instanceof Y.Map && !(type instanceof Y.XmlHook);
    case "list":
      return type instanceof Y.Array;
    case "nodes":
      return type instanceof Y.XmlElement || type instanceof Y.XmlText;
  }
}

/** The names of nodes are looked at before an update is applied at all. */
function nodeProblem(parent: unknown, content: Y.Item["content"]): ShapeProblem | null {
  if (!(parent instanceof Y.XmlText)) {
    const node = content instanceof Y.ContentType ? content.type : null;
    const isNode = node instanceof Y.XmlElement || node instanceof Y.XmlText;
    if (!isNode) return wrong("something else between the nodes");
    return mayStandIn(node, parent) ? null : wrong("a node where it does not belong");
  }
  if (content instanceof Y.ContentString) return null;
  if (!(content instanceof Y.ContentFormat)) return wrong("something else in rich text");
  const isShort =
    content.key.length <= longestKey && (JSON.stringify(content.value)?.length ?? 0) <= longestMark;
  return isShort ? null : wrong("a mark that is too long");
}

function attributeProblem(
  node: unknown,
  key: string,
  content: Y.Item["content"],
): ShapeProblem | null {
  const isRight =
    content instanceof Y.ContentAny && content.arr.every((it) => mayBeKeptWith(node, key, it));
  return isRight ? null : wrong("an attribute that is not known");
}

const wrong = (detail: string): ShapeProblem => ({ kind: "wrong", detail });
const large = (detail: string): ShapeProblem => ({ kind: "large", detail });
