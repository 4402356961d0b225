import * as Y from "yjs";

import { noSourcing } from "~/domain/evidence/sourcing";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { changeRationale } from "../rationale";
import {
  addEvidence,
  cardLines,
  cardText,
  cardTexts,
  findCard,
  removeEvidence,
  restoreEvidence,
  reviewParts,
  setCardLine,
  setRating,
  setSourceType,
  setSourcing,
  setStance,
  shownCards,
} from "../review-document";
import { changeBetween } from "../text-change";

/**
 * Brings a review back to an earlier version as one new edit: nothing of the log goes, and what is the same keeps
 * its authors. Evidence added since is removed as a
 * person removes it, so that it too can be brought back.
 */
export function restoreDraft(doc: Y.Doc, draft: ReviewDraft, origin?: unknown): void {
  const { summary, rationale, evidence, singleSource, otherSideWords } = reviewParts(doc);
  doc.transact(() => {
    setRating(doc, draft.rating);
    writeText(summary, draft.summary);
    changeRationale(rationale, draft.rationale);
    const kept = new Set(draft.evidence.map(({ id }) => id));
    for (const card of shownCards(evidence)) {
      const id = card.get("id");
      if (typeof id === "string" && !kept.has(id)) removeEvidence(doc, id);
    }
    draft.evidence.forEach((item, index) => {
      restoreEvidence(doc, item.id);
      const card = findCard(doc, item.id) ?? addEvidence(doc, item);
      setStance(card, item.stance);
      setSourceType(card, item.sourceType);
      for (const line of cardLines) setCardLine(card, line, item[line] ?? "");
      for (const name of cardTexts) {
        const text = cardText(card, name);
        if (text) writeText(text, item[name]);
        else card.set(name, new Y.Text(item[name]));
      }
      if (card.get("order") !== index + 1) card.set("order", index + 1);
    });
    const sourcing = draft.sourcing ?? noSourcing;
    writeText(singleSource, sourcing.singleSource);
    writeText(otherSideWords, sourcing.otherSideWords);
    setSourcing(doc, "otherSide", sourcing.otherSide);
    setSourcing(doc, "otherSideBy", sourcing.otherSideBy);
  }, origin);
}

function writeText(text: Y.Text, wanted: string): void {
  const change = changeBetween(text.toJSON(), wanted);
  if (!change) return;
  text.delete(change.at, change.removed);
  text.insert(change.at, change.inserted);
}
