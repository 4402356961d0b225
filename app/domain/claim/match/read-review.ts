import { z } from "zod";

import { publishedDate } from "../../calendar/published-date";
import type { EarlierCheck } from "./claim-match";
import { plainText } from "./markup-text";
import { isRaw, nodeOf, valuesOf, type FoundReview, type Named, type Node } from "./review-nodes";

const longest = { claim: 2000, title: 500, claimant: 300, rating: 200, publisher: 300, url: 2048 };

/** Something that a review has, and that could not be taken in, or not as a whole. */
export interface UnreadField {
  field: string;
  why: string;
}

export type ReadReview =
  | { ok: true; check: EarlierCheck; unread: UnreadField[] }
  | { ok: false; url: string | null; why: string };

/** Reads one review; says why when it lacks what a check must have, and which other fields it could not make out. */
export function readReview({ raw, around }: FoundReview, named: Named): ReadReview {
  const unread: UnreadField[] = [];
  const node = nodeOf(raw);
  const text = reader(unread, named);
  const reviewed = valuesOf(node, "itemReviewed", named);
  const items = reviewed.filter(isRaw).map(nodeOf);
  const url = addressOf(node, around, named);
  if (url === null) return { ok: false, url, why: "it has no web address" };
  const claim =
    text([node], "claimReviewed", longest.claim) ??
    text(items, "text", longest.claim) ??
    // Words beside an object say something else.
    (items.length === 0 ? firstText(reviewed, longest.claim) : null);
  if (claim === null || Array.from(claim).length < 3) {
    return { ok: false, url, why: "it does not say which claim was checked" };
  }
  const rating = ratingOf(node, named, text);
  if (rating === null) return { ok: false, url, why: "it has no rating" };
  const check: EarlierCheck = {
    url,
    claim,
    title:
      text([node], "headline", longest.title) ??
      text([node], "name", longest.title) ??
      text(items, "name", longest.title),
    claimant: namesOf(items, ["author", "creator"], longest.claimant, named, unread, "claimant"),
    rating,
    publisher:
      namesOf([node], ["author", "publisher"], longest.publisher, named, unread, "publisher") ??
      new URL(url).hostname,
    checkedOn: dateOf(node, ["datePublished", "dateCreated", "dateModified"], named, unread),
  };
  return { ok: true, check, unread };
}

type TextReader = (nodes: readonly Node[], field: string, most: number) => string | null;

/** Reads the first text that a field of these has; says so when something stands there of which nothing is left. */
function reader(unread: UnreadField[], named: Named): TextReader {
  return (nodes, field, most) => {
    const values = nodes.flatMap((node) => valuesOf(node, field, named));
    const whole = firstText(values, Infinity);
    if (whole === null) {
      if (values.some((value) => value !== "")) {
        unread.push({ field, why: "no text can be made out in it" });
      }
      return null;
    }
    return fitting(whole, most, field, unread);
  };
}

function fitting(whole: string, most: number, field: string, unread: UnreadField[]): string {
  const points = Array.from(whole);
  if (points.length <= most) return whole;
  unread.push({ field, why: `it is longer than ${most} characters; the rest was left out` });
  return points.slice(0, most).join("").trim();
}

function firstText(values: readonly unknown[], most: number): string | null {
  for (const value of values) {
    const found = textIn(value, 4);
    if (found !== "") return Array.from(found).slice(0, most).join("");
  }
  return null;
}

function textIn(value: unknown, depth: number): string {
  if (typeof value === "string") return plainText(value);
  if (typeof value === "number") return String(value);
  if (depth === 0 || !isRaw(value)) return "";
  const node = nodeOf(value);
  for (const key of ["@value", "name", "text"]) {
    for (const inner of [node.get(key)].flat()) {
      const found = textIn(inner, depth - 1);
      if (found !== "") return found;
    }
  }
  return "";
}

function ratingOf(node: Node, named: Named, text: TextReader): string | null {
  const given = valuesOf(node, "reviewRating", named);
  const ratings = given.filter(isRaw).map(nodeOf);
  const label =
    text(ratings, "alternateName", longest.rating) ?? text(ratings, "name", longest.rating);
  if (label !== null) return label;
  for (const rating of ratings) {
    const value = firstText(valuesOf(rating, "ratingValue", named), 20);
    if (value === null) continue;
    const best = firstText(valuesOf(rating, "bestRating", named), 20);
    // Some write the label where the number belongs.
    if (!/\d/.test(value) || best === null) return value;
    return `${value} of ${best}`;
  }
  return firstText(
    given.filter((each) => !isRaw(each)),
    longest.rating,
  );
}

/** The names of everybody in the first of these fields that has any. */
function namesOf(
  nodes: readonly Node[],
  fields: readonly string[],
  most: number,
  named: Named,
  unread: UnreadField[],
  as: string,
): string | null {
  let wasGiven = false;
  for (const field of fields) {
    const values = nodes.flatMap((node) => valuesOf(node, field, named));
    wasGiven ||= values.some((value) => value !== "");
    const names = new Set(values.map((value) => textIn(value, 4)).filter((name) => name !== ""));
    if (names.size > 0) return fitting([...names].join(", "), most, as, unread);
  }
  if (wasGiven) unread.push({ field: as, why: "no name can be made out in it" });
  return null;
}

const httpAddress = z.url({ protocol: /^https?$/ }).max(longest.url);

function addressOf(node: Node, around: unknown, named: Named): string | null {
  const places = ["url", "@id", "mainEntityOfPage", "sameAs"].flatMap((field) =>
    valuesOf(node, field, named),
  );
  for (const place of [...places, ...[around].flat()]) {
    const found = webAddress(place);
    if (found !== null) return found;
  }
  return null;
}

/** A web address in what stands where one belongs; also where its protocol was left out. */
export function webAddress(value: unknown): string | null {
  if (isRaw(value)) return webAddress(value["@id"] ?? value["@value"] ?? value["url"]);
  if (typeof value !== "string") return null;
  const written = plainText(value);
  const whole = /^(?:\/\/|www\.)/i.test(written)
    ? `https://${written.replace(/^\/\//, "")}`
    : written;
  const parsed = httpAddress.safeParse(whole);
  if (!parsed.success || !URL.canParse(parsed.data)) return null;
  const { href } = new URL(parsed.data);
  return href.length <= longest.url ? href : null;
}

function dateOf(
  node: Node,
  fields: readonly string[],
  named: Named,
  unread: UnreadField[],
): string | null {
  let wasGiven: string | null = null;
  for (const field of fields) {
    for (const value of valuesOf(node, field, named)) {
      const written = textIn(value, 2);
      const date = publishedDate(written);
      if (date !== null) return date;
      if (written !== "") wasGiven ??= field;
    }
  }
  if (wasGiven !== null) unread.push({ field: wasGiven, why: "it is no date that is sure" });
  return null;
}
