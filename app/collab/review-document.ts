import * as Y from "yjs";

import {
  sourceTypes,
  stances,
  type Evidence,
  type SourceType,
  type Stance,
} from "~/domain/evidence/evidence";
import { ratings, type Rating } from "~/domain/verdict/rating";
import { safeLink } from "~/domain/verdict/safe-link";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { cleanText } from "./clean-text";
import { readRationale, writeRationale } from "./rationale";

/** The shared document of a claim's review, under the name by which sockets ask for it. */
export const reviewDocumentName = (claimId: string): string => `review:${claimId}`;

/** Its top-level types, by name. The server refuses updates that bring in any other. */
export const documentParts = ["verdict", "summary", "rationale", "evidence", "comments"] as const;

/** One evidence card as it is shared. Long texts are `Y.Text`, so that two people can write in one of them. */
export type EvidenceCard = Y.Map<unknown>;

export const cardLines = [
  "url",
  "title",
  "publisher",
  "publishedOn",
  "locator",
  "accessedOn",
] as const;
export type CardLine = (typeof cardLines)[number];
export const cardTexts = ["excerpt", "note"] as const;
export type CardText = (typeof cardTexts)[number];

/** The live parts of a review document. */
export interface ReviewParts {
  verdict: Y.Map<unknown>;
  summary: Y.Text;
  rationale: Y.XmlFragment;
  evidence: Y.Array<EvidenceCard>;
  /** By comment id; see `comments/`. No part of the draft that is submitted. */
  comments: Y.Map<unknown>;
}

export function reviewParts(doc: Y.Doc): ReviewParts {
  return {
    verdict: doc.getMap("verdict"),
    summary: doc.getText("summary"),
    rationale: doc.getXmlFragment("rationale"),
    evidence: doc.getArray("evidence"),
    comments: doc.getMap("comments"),
  };
}

/** The document as plain values. Tolerant: whatever is not in the shape above is left out, nothing throws. */
export function readDraft(doc: Y.Doc): ReviewDraft {
  const { verdict, summary, rationale, evidence } = reviewParts(doc);
  return {
    rating: ratingOf(verdict.get("rating")),
    summary: cleanText(summary.toJSON()),
    rationale: readRationale(rationale),
    evidence: shownCards(evidence).map(readCard),
  };
}

/** Replaces the draft in the document, and leaves the comments. For seeding and tests; a person's edit touches one part. */
export function writeDraft(doc: Y.Doc, draft: ReviewDraft): void {
  const parts = reviewParts(doc);
  doc.transact(() => {
    setRating(doc, draft.rating);
    parts.summary.delete(0, parts.summary.length);
    parts.summary.insert(0, draft.summary);
    writeRationale(parts.rationale, draft.rationale);
    parts.evidence.delete(0, parts.evidence.length);
    for (const item of draft.evidence) addEvidence(doc, item);
  });
}

export function ratingOf(value: unknown): Rating | null {
  return ratings.find((rating) => rating === value) ?? null;
}

export function setRating(doc: Y.Doc, rating: Rating | null): void {
  const { verdict } = reviewParts(doc);
  if (rating === null) verdict.delete("rating");
  else if (verdict.get("rating") !== rating) verdict.set("rating", rating);
}

/** Adds a card at the end. An address that is no safe link is left empty: the caller says so beside the field. */
export function addEvidence(
  doc: Y.Doc,
  fields: Partial<Evidence> & Pick<Evidence, "id">,
): EvidenceCard {
  const { evidence } = reviewParts(doc);
  const card: EvidenceCard = new Y.Map();
  const last = shownCards(evidence).at(-1);
  doc.transact(() => {
    card.set("id", fields.id);
    card.set("stance", fields.stance ?? "context");
    card.set("sourceType", fields.sourceType ?? "secondary");
    for (const line of cardLines) card.set(line, fields[line] ?? "");
    card.set("url", safeLink(fields.url ?? "") ?? "");
    for (const text of cardTexts) card.set(text, new Y.Text(fields[text] ?? ""));
    card.set("order", last ? orderOf(last) + 1 : 1);
    evidence.push([card]);
  });
  return card;
}

/**
 * Cards in the order people gave them, without removed ones. The order is a number on the card and removal a mark, so
 * that moving or removing a card never destroys what somebody else is writing in it.
 */
export function shownCards(evidence: Y.Array<EvidenceCard>): EvidenceCard[] {
  const seen = new Set<string>([""]);
  return evidence
    .toArray()
    .filter((card) => {
      if (!(card instanceof Y.Map) || card.get("removed") === true) return false;
      // Two cards of one id can only come from a damaged or hostile client; the first one counts.
      const id = card.get("id");
      if (typeof id !== "string" || seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .map((card, index) => ({ card, index, order: orderOf(card) }))
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .map(({ card }) => card);
}

export function findCard(doc: Y.Doc, id: string): EvidenceCard | null {
  const { evidence } = reviewParts(doc);
  return evidence.toArray().find((card) => card instanceof Y.Map && card.get("id") === id) ?? null;
}

/** Takes a card out of the review; `restoreEvidence` brings it back with everything in it. */
export function removeEvidence(doc: Y.Doc, id: string): void {
  findCard(doc, id)?.set("removed", true);
}

export function restoreEvidence(doc: Y.Doc, id: string): void {
  findCard(doc, id)?.delete("removed");
}

/** Moves a card one place up (-1) or down (+1); at the end of the list nothing happens. */
export function moveEvidence(doc: Y.Doc, id: string, step: -1 | 1): void {
  const cards = shownCards(reviewParts(doc).evidence);
  const from = cards.findIndex((card) => card.get("id") === id);
  const moved = cards[from];
  if (!moved || !cards[from + step]) return;
  const others = cards.filter((card) => card !== moved);
  others.splice(from + step, 0, moved);
  // Numbered afresh, and only where the number changes: two people moving different cards seldom meet.
  doc.transact(() =>
    others.forEach((card, index) => {
      if (orderOf(card) !== index + 1) card.set("order", index + 1);
    }),
  );
}

/** Sets one line of a card. Refuses (returns false, changes nothing) an address that is not empty and no safe link. */
export function setCardLine(card: EvidenceCard, line: CardLine, value: string): boolean {
  if (line === "url" && value.trim() !== "" && safeLink(value) === null) return false;
  const next = line === "url" ? (safeLink(value) ?? "") : value;
  if (card.get(line) !== next) card.set(line, next);
  return true;
}

export function setStance(card: EvidenceCard, stance: Stance): void {
  if (card.get("stance") !== stance) card.set("stance", stance);
}

export function setSourceType(card: EvidenceCard, sourceType: SourceType): void {
  if (card.get("sourceType") !== sourceType) card.set("sourceType", sourceType);
}

/** The shared text of a card, or null when a hostile or damaged document has something else there. */
export function cardText(card: EvidenceCard, name: CardText): Y.Text | null {
  const value = card.get(name);
  return value instanceof Y.Text ? value : null;
}

export function readCard(card: EvidenceCard): Evidence {
  const line = (name: string): string => {
    const value = card.get(name);
    return typeof value === "string" ? cleanText(value) : "";
  };
  return {
    id: line("id"),
    title: line("title"),
    url: safeLink(line("url")) ?? "",
    publisher: line("publisher"),
    publishedOn: civilDate(line("publishedOn")),
    stance: stances.find((stance) => stance === card.get("stance")) ?? "context",
    sourceType: sourceTypes.find((type) => type === card.get("sourceType")) ?? "secondary",
    excerpt: cleanText(cardText(card, "excerpt")?.toJSON() ?? ""),
    locator: line("locator"),
    note: cleanText(cardText(card, "note")?.toJSON() ?? ""),
    accessedOn: civilDate(line("accessedOn")),
  };
}

function orderOf(card: EvidenceCard): number {
  const order = card.get("order");
  return typeof order === "number" && Number.isFinite(order) ? order : Number.MAX_SAFE_INTEGER;
}

function civilDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "";
}
