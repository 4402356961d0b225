import * as Y from "yjs";

import { isDerivationLine, readDerivation, wouldCycle } from "~/domain/evidence/derivation";
import {
  sourceTypes,
  stances,
  type Evidence,
  type SourceType,
  type Stance,
} from "~/domain/evidence/evidence";
import { noSourcing, otherSides, saysNothing, type Sourcing } from "~/domain/evidence/sourcing";
import { ratings, type Rating } from "~/domain/verdict/rating";
import { safeLink } from "~/domain/verdict/safe-link";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { cleanText } from "./clean-text";
import { readRationale, writeRationale } from "./rationale";

/** The shared document of a claim's review, under the name by which sockets ask for it. */
export const reviewDocumentName = (claimId: string): string => `review:${claimId}`;

/** Its top-level types, by name. The server refuses updates that bring in any other. */
export const documentParts = [
  "verdict",
  "summary",
  "rationale",
  "evidence",
  "comments",
  "sourcing",
  "singleSource",
  "otherSideWords",
] as const;

/** One evidence card as it is shared. Long texts are `Y.Text`, so that two people can write in one of them. */
export type EvidenceCard = Y.Map<unknown>;

export const cardLines = [
  "url",
  "title",
  "publisher",
  "publishedOn",
  "locator",
  "accessedOn",
  "author",
  "derivedFrom",
  "accessedBy",
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
  /** What is said of the sources as a whole; the longer words of it are texts of their own. */
  sourcing: Y.Map<unknown>;
  singleSource: Y.Text;
  otherSideWords: Y.Text;
}

export function reviewParts(doc: Y.Doc): ReviewParts {
  return {
    verdict: doc.getMap("verdict"),
    summary: doc.getText("summary"),
    rationale: doc.getXmlFragment("rationale"),
    evidence: doc.getArray("evidence"),
    comments: doc.getMap("comments"),
    sourcing: doc.getMap("sourcing"),
    singleSource: doc.getText("singleSource"),
    otherSideWords: doc.getText("otherSideWords"),
  };
}

/** The document as plain values. Tolerant: whatever is not in the shape above is left out, nothing throws. */
export function readDraft(doc: Y.Doc): ReviewDraft {
  const { verdict, summary, rationale, evidence } = reviewParts(doc);
  const sourcing = readSourcing(doc);
  return {
    rating: ratingOf(verdict.get("rating")),
    summary: cleanText(summary.toJSON()),
    rationale: readRationale(rationale),
    evidence: shownCards(evidence).map(readCard),
    ...(!saysNothing(sourcing) && { sourcing }),
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
    const { singleSource, otherSideWords } = draft.sourcing ?? noSourcing;
    for (const [text, words] of [
      [parts.singleSource, singleSource],
      [parts.otherSideWords, otherSideWords],
    ] as const) {
      text.delete(0, text.length);
      text.insert(0, words);
    }
    setSourcing(doc, "otherSide", draft.sourcing?.otherSide ?? "");
    setSourcing(doc, "otherSideBy", draft.sourcing?.otherSideBy ?? "");
  });
}

export function readSourcing(doc: Y.Doc): Sourcing {
  const { sourcing, singleSource, otherSideWords } = reviewParts(doc);
  const by = sourcing.get("otherSideBy");
  return {
    singleSource: cleanText(singleSource.toJSON()),
    otherSide: otherSides.find((one) => one === sourcing.get("otherSide")) ?? "",
    otherSideWords: cleanText(otherSideWords.toJSON()),
    otherSideBy: typeof by === "string" ? cleanText(by) : "",
  };
}

/** Sets one of the two values about the other side; an empty one is taken out. */
export function setSourcing(doc: Y.Doc, field: "otherSide" | "otherSideBy", value: string): void {
  const { sourcing } = reviewParts(doc);
  if (value === "") sourcing.delete(field);
  else if (sourcing.get(field) !== value) sourcing.set(field, value);
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
  if (from >= 0 && cards[from + step]) placeEvidence(doc, id, from + step);
}

/**
 * Puts a card at a place of the list, from 0. Only its own number changes, to one between its neighbours, so that two
 * people who move different cards both get what they did. The list is numbered afresh where nothing fits between.
 */
export function placeEvidence(doc: Y.Doc, id: string, place: number): void {
  const cards = shownCards(reviewParts(doc).evidence);
  const moved = cards.find((card) => card.get("id") === id);
  if (!moved || cards[place] === moved) return;
  const others = cards.filter((card) => card !== moved);
  const [before, after] = [others[place - 1], others[place]];
  const low = before ? orderOf(before) : after ? orderOf(after) - 2 : 0;
  const high = after ? orderOf(after) : low + 2;
  const between = (low + high) / 2;
  if (low < between && between < high && high < Number.MAX_SAFE_INTEGER) {
    moved.set("order", between);
    return;
  }
  others.splice(place, 0, moved);
  doc.transact(() =>
    others.forEach((card, index) => {
      if (orderOf(card) !== index + 1) card.set("order", index + 1);
    }),
  );
}

/** Sets one line of a card. Refuses (returns false, changes nothing) an address that is not empty and no safe link. */
export function setCardLine(card: EvidenceCard, line: CardLine, value: string): boolean {
  if (line === "url" && value.trim() !== "" && safeLink(value) === null) return false;
  if (line === "derivedFrom" && !isDerivationLine(value)) return false;
  const next = line === "url" ? (safeLink(value) ?? "") : value;
  if (card.get(line) !== next) card.set(line, next);
  return true;
}

/** Says what a card repeats. Refuses (returns false, changes nothing) what would make it derive from itself. */
export function setDerivedFrom(doc: Y.Doc, card: EvidenceCard, line: string): boolean {
  const derivation = readDerivation(line);
  if (derivation?.kind === "card") {
    const all = shownCards(reviewParts(doc).evidence).map(readCard);
    if (wouldCycle(all, readCard(card).id, derivation.id)) return false;
  }
  return setCardLine(card, "derivedFrom", line);
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
    // Left out where they say nothing, as in cards that were made before there were such fields.
    ...(line("author").trim() && { author: line("author") }),
    ...(readDerivation(line("derivedFrom")) && { derivedFrom: line("derivedFrom") }),
    ...(line("accessedBy").trim() && { accessedBy: line("accessedBy") }),
  };
}

function orderOf(card: EvidenceCard): number {
  const order = card.get("order");
  return typeof order === "number" && Number.isFinite(order) ? order : Number.MAX_SAFE_INTEGER;
}

function civilDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "";
}
