import { decodeHTML } from "entities";

import { ClaimReviewReader, type ReadReviews } from "~/domain/claim/match/read-claim-reviews";

/**
 * The checks in a file: one JSON document, one on each line, or a page with JSON-LD in script elements. JSON that is
 * broken in one of the usual ways is mended; what is still none is told.
 */
export function readDocument(text: string): ReadReviews {
  const reader = new ClaimReviewReader();
  for (const part of partsOf(text.replace(/^\uFEFF/, ""))) {
    if (part.trim() === "") continue;
    const document = parsed(part);
    if (document === undefined) reader.skip("this is not JSON");
    else reader.read(document);
  }
  return reader.result;
}

const script = /<script\b[^>]*>([\s\S]*?)<\/script\s*>/gi;
const isLinkedData = /<script\b[^>]*application\/ld\+json/i;

function partsOf(text: string): string[] {
  if (parsed(text) !== undefined) return [text];
  if (/<(?:!doctype|html|head|body)\b/i.test(text)) return scriptsOf(text);
  // In a feed markup stands as it is in CDATA, or escaped once more.
  if (/^\s*<(?:\?xml|rss|feed|rdf)\b/i.test(text)) {
    const plain = scriptsOf(text);
    return plain.length > 0 ? plain : scriptsOf(decodeHTML(text));
  }
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*<script[^>]*>/i, "").replace(/<\/script>\s*$/i, ""));
}

const scriptsOf = (text: string): string[] =>
  [...text.matchAll(script)].flatMap(([whole, inner]) =>
    isLinkedData.test(whole) && inner !== undefined ? [inner] : [],
  );

/** As JSON; or, where it is none, mended step by step: what pages put around it, line ends in strings, stray commas, entities. */
function parsed(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*\/)?/, "")
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?$/, "")
    .replace(/;\s*$/, "");
  const spaced = bare.replace(/[\p{Cc}]/gu, " ");
  const closed = spaced.replace(/,(?=\s*[}\]])/g, "");
  for (const attempt of [text, bare, spaced, closed, decodeHTML(closed)]) {
    try {
      const value: unknown = JSON.parse(attempt);
      // A file of words in quotes is no document.
      if (typeof value === "object") return value;
    } catch {
      // The next one may do.
    }
  }
  return undefined;
}
