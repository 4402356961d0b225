/** An object of JSON-LD, its keys in lower case and without a vocabulary before them; what was doubled stands in one list. */
export type Node = ReadonlyMap<string, unknown>;

/** Nobody publishes files deeper than this; what is deeper is not looked at. */
const deepest = 16;

type Raw = Record<string, unknown>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const bare = (name: string): string =>
  name
    .trim()
    .replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, "")
    .toLowerCase();

export function nodeOf(raw: Raw): Node {
  const node = new Map<string, unknown>();
  for (const [key, value] of Object.entries(raw)) {
    const name = bare(key);
    node.set(name, node.has(name) ? [node.get(name), value].flat() : value);
  }
  return node;
}

/** A ClaimReview as it stood in a document, and what the document says around it. */
export interface FoundReview {
  raw: Raw;
  /** The address of what it stands in, such as an element of a feed; null where there is none. */
  around: unknown;
}

const typesOf = (raw: Raw): string[] =>
  [raw["@type"] ?? raw["type"]]
    .flat()
    .filter((type) => typeof type === "string")
    .map(bare);

/** All ClaimReviews of a document, wherever they stand in it, in order. One inside another belongs to the outer one. */
export function* reviewsIn(
  value: unknown,
  around: unknown = null,
  depth = deepest,
): Generator<FoundReview> {
  if (depth === 0) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* reviewsIn(each, around, depth - 1);
    return;
  }
  if (!isRaw(value)) return;
  if (typesOf(value).includes("claimreview")) {
    yield { raw: value, around };
    return;
  }
  const here = value["url"] ?? around;
  for (const each of Object.values(value)) {
    if (typeof each === "object") yield* reviewsIn(each, here, depth - 1);
  }
}

/** Where a document says more of what it elsewhere only names by `@id`. */
export type Named = ReadonlyMap<string, Raw>;

export function namedIn(value: unknown): Named {
  const named = new Map<string, Raw>();
  const look = (each: unknown, depth: number): void => {
    if (depth === 0 || typeof each !== "object" || each === null) return;
    if (isRaw(each) && typeof each["@id"] === "string" && Object.keys(each).length > 1) {
      named.set(each["@id"], each);
    }
    for (const inner of Object.values(each)) look(inner, depth - 1);
  };
  look(value, deepest);
  return named;
}

/** The values of a field as a flat list, names resolved. */
export function valuesOf(node: Node, field: string, named: Named): unknown[] {
  return listed(node.get(field.toLowerCase()), named, deepest);
}

function listed(value: unknown, named: Named, depth: number): unknown[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((each) => listed(each, named, depth - 1));
  if (!isRaw(value)) return value === undefined || value === null ? [] : [value];
  const list = value["@list"] ?? value["@set"];
  if (list !== undefined) return listed(list, named, depth - 1);
  const id = value["@id"];
  return [(typeof id === "string" && Object.keys(value).length === 1 && named.get(id)) || value];
}
