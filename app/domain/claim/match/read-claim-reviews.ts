import { z } from "zod";

import type { EarlierCheck } from "./claim-match";

/** What could not be taken from one ClaimReview, and why. `at` counts the reviews from 1. */
export interface UnreadReview {
  at: number;
  url: string | null;
  why: string;
}

export interface ReadReviews {
  checks: EarlierCheck[];
  unread: UnreadReview[];
}

/** Nobody publishes files deeper than this; what is deeper is not looked at. */
const deepest = 12;
const longest = { claim: 2000, title: 500, claimant: 300, rating: 200, publisher: 300, url: 2048 };

/**
 * Takes the published checks out of JSON-LD as desks publish it: one ClaimReview, a list, an `@graph`, or a feed with
 * `dataFeedElement[].item[]` (the Data Commons feed). Fields that are missing, doubled, wrapped in lists or given as
 * text or object are read either way; a review without a claim, a rating or an address is told and left out.
 */
export function readClaimReviews(document: unknown): ReadReviews {
  const checks = new Map<string, EarlierCheck>();
  const unread: UnreadReview[] = [];
  let at = 0;
  for (const node of reviewsIn(document, deepest)) {
    at += 1;
    const read = readReview(node);
    if (typeof read === "string") unread.push({ at, url: webAddress(node["url"]), why: read });
    else checks.set(read.url, read);
  }
  return { checks: [...checks.values()], unread };
}

type Node = Record<string, unknown>;

function* reviewsIn(value: unknown, depth: number): Generator<Node> {
  if (depth === 0) return;
  if (Array.isArray(value)) {
    for (const each of value) yield* reviewsIn(each, depth - 1);
    return;
  }
  if (!isNode(value)) return;
  if (typesOf(value).some((type) => /(?:^|\/)ClaimReview$/.test(type))) {
    yield value;
    return;
  }
  for (const key of ["@graph", "dataFeedElement", "item", "mainEntity", "claimReview"]) {
    if (Object.hasOwn(value, key)) yield* reviewsIn(value[key], depth - 1);
  }
}

function readReview(node: Node): EarlierCheck | string {
  const item = first(node["itemReviewed"]);
  const reviewed = isNode(item) ? item : {};
  const rating = first(node["reviewRating"]);
  const url = webAddress(node["url"]) ?? webAddress(node["@id"]);
  if (url === null) return "it has no web address";
  const claim =
    textOf(node["claimReviewed"], longest.claim) ?? textOf(reviewed["text"], longest.claim);
  if (claim === null || Array.from(claim).length < 3)
    return "it does not say which claim was checked";
  const label = isNode(rating)
    ? (textOf(rating["alternateName"], longest.rating) ??
      textOf(rating["name"], longest.rating) ??
      numberedRating(rating))
    : textOf(rating, longest.rating);
  if (label === null) return "it has no rating";
  return {
    url,
    claim,
    title:
      textOf(node["headline"], longest.title) ??
      textOf(node["name"], longest.title) ??
      textOf(reviewed["name"], longest.title),
    claimant: nameOf(reviewed["author"], longest.claimant),
    rating: label,
    publisher:
      nameOf(node["author"], longest.publisher) ??
      nameOf(node["publisher"], longest.publisher) ??
      new URL(url).hostname,
    checkedOn: civilDate(node["datePublished"]) ?? civilDate(node["dateCreated"]),
  };
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function typesOf(node: Node): string[] {
  return [node["@type"]].flat().filter((type) => typeof type === "string");
}

/** Plain text of a field: markup taken out, entities resolved, cut to what can be kept; null when nothing is left. */
function textOf(value: unknown, most: number): string | null {
  const given = first(value);
  if (typeof given === "number") return String(given);
  if (isNode(given)) return textOf(given["@value"] ?? given["name"] ?? given["text"], most);
  if (typeof given !== "string") return null;
  const plain = given
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, code: string) => entity(code) ?? whole)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = Array.from(plain).slice(0, most).join("").trim();
  return cut === "" ? null : cut;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: "”",
  apos: "’",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
};

function entity(code: string): string | null {
  if (!code.startsWith("#")) {
    const key = code.toLowerCase();
    return Object.hasOwn(named, key) ? (named[key] ?? null) : null;
  }
  const point = /^#x/i.test(code) ? parseInt(code.slice(2), 16) : parseInt(code.slice(1), 10);
  if (!Number.isInteger(point) || point < 32 || point > 0x10ffff) return null;
  if (point >= 0xd800 && point <= 0xdfff) return null;
  return String.fromCodePoint(point);
}

function nameOf(value: unknown, most: number): string | null {
  for (const each of [value].flat()) {
    const name = isNode(each) ? textOf(each["name"], most) : textOf(each, most);
    if (name !== null) return name;
  }
  return null;
}

function numberedRating(rating: Node): string | null {
  const value = textOf(rating["ratingValue"], 20);
  const best = textOf(rating["bestRating"], 20);
  if (value === null || !/\d/.test(value)) return null;
  return best === null ? value : `${value} of ${best}`;
}

const httpAddress = z.url({ protocol: /^https?$/ }).max(longest.url);

function webAddress(value: unknown): string | null {
  const given = first(value);
  const parsed = httpAddress.safeParse(typeof given === "string" ? given.trim() : given);
  if (!parsed.success) return null;
  try {
    const { href } = new URL(parsed.data);
    return href.length <= longest.url ? href : null;
  } catch {
    return null;
  }
}

function civilDate(value: unknown): string | null {
  const given = first(value);
  const day = typeof given === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(given.trim())?.[0] : undefined;
  return z.iso.date().safeParse(day).data ?? null;
}
