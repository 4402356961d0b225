import { diffArrays, diffWordsWithSpace } from "diff";

import type { Evidence } from "../evidence/evidence";
import { noSourcing, type Sourcing } from "../evidence/sourcing";
import type { Rating } from "./rating";
import { draftLines, type DraftLine } from "./draft-lines";
import type { ReviewDraft } from "./verdict";

/** A piece of text that stayed, came or went. */
export interface TextPiece {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A block of the rationale (a paragraph, heading, line of a list or row of a table), word by word. */
export interface BlockChange {
  /** `changed` when only some of its words are others. */
  kind: "same" | "added" | "removed" | "changed";
  pieces: TextPiece[];
}

export interface EvidenceChange {
  kind: "added" | "removed" | "changed";
  id: string;
  /** As it is called in the later version, or in the earlier one if it is gone. */
  title: string;
  fields: { field: keyof Evidence; pieces: TextPiece[] }[];
}

/** What differs between two versions of a review; null for a part that does not. */
export interface DraftChanges {
  rating: { from: Rating | null; to: Rating | null } | null;
  summary: TextPiece[] | null;
  rationale: BlockChange[] | null;
  evidence: EvidenceChange[];
  /** The same sources in another order. */
  evidenceMoved: boolean;
  /** What is said of the sources as a whole, field by field. */
  sourcing: { field: keyof Sourcing; pieces: TextPiece[] }[];
}

/** Beyond this many words two texts are shown as one gone and one come: finer would take too long to find. */
const mostEdits = 2_000;

/** Compares two versions of a review, part by part, words and not letters. */
export function compareDrafts(from: ReviewDraft, to: ReviewDraft): DraftChanges {
  const rationale = compareBlocks(from, to);
  return {
    rating: from.rating === to.rating ? null : { from: from.rating, to: to.rating },
    summary: from.summary === to.summary ? null : compareWords(from.summary, to.summary),
    rationale: rationale.some(({ kind }) => kind !== "same") ? rationale : null,
    evidence: compareEvidence(from.evidence, to.evidence),
    evidenceMoved: wasMoved(from.evidence, to.evidence),
    sourcing: compareSourcing(from.sourcing ?? noSourcing, to.sourcing ?? noSourcing),
  };
}

/** Whether the two versions compared differ at all. */
export function hasChanges(changes: DraftChanges): boolean {
  const { rating, summary, rationale, evidence, evidenceMoved, sourcing } = changes;
  return (
    sourcing.length > 0 ||
    rating !== null ||
    summary !== null ||
    rationale !== null ||
    evidence.length > 0 ||
    evidenceMoved
  );
}

/** The words that stayed, came and went, in reading order. */
export function compareWords(from: string, to: string): TextPiece[] {
  const parts = diffWordsWithSpace(from, to, { maxEditLength: mostEdits });
  if (!parts) return whole(from, to);
  const pieces: TextPiece[] = [];
  let [gone, come] = ["", ""];
  const close = () => {
    pieces.push(...whole(gone, come));
    [gone, come] = ["", ""];
  };
  parts.forEach(({ value, added, removed }, at) => {
    // A space between two words that are others is not worth stopping at.
    const isGap = value.trim() === "" && gone + come !== "" && at < parts.length - 1;
    if (removed || (!added && isGap)) gone += value;
    if (added || (!removed && isGap)) come += value;
    if (added || removed || isGap) return;
    close();
    pieces.push({ kind: "same", text: value });
  });
  close();
  return pieces;
}

function whole(from: string, to: string): TextPiece[] {
  const pieces: TextPiece[] = [
    { kind: "removed", text: from },
    { kind: "added", text: to },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function compareBlocks(from: ReviewDraft, to: ReviewDraft): BlockChange[] {
  const before = draftLines(from);
  const after = draftLines(to);
  const parts = diffArrays(before, after, {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: mostEdits,
  }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const changes: BlockChange[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i];
    const next = parts[i + 1];
    if (!part) continue;
    if (part.removed && next?.added) {
      changes.push(...pairUp(part.value, next.value));
      i += 1;
      continue;
    }
    const kind = part.added ? "added" : part.removed ? "removed" : "same";
    changes.push(
      ...part.value.map(({ text }): BlockChange => ({ kind, pieces: [{ kind, text }] })),
    );
  }
  return changes;
}

/** Lines that went and lines that came in the same place: the first with the first, and so on. */
function pairUp(before: readonly DraftLine[], after: readonly DraftLine[]): BlockChange[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i): BlockChange => {
    const [gone, come] = [before[i], after[i]];
    if (!gone) return { kind: "added", pieces: [{ kind: "added", text: come?.text ?? "" }] };
    if (!come) return { kind: "removed", pieces: [{ kind: "removed", text: gone.text }] };
    if (gone.text !== come.text) {
      return { kind: "changed", pieces: compareWords(gone.text, come.text) };
    }
    // The same words in another look, or with another link.
    return { kind: "changed", pieces: whole(gone.text, come.text) };
  });
}

function compareEvidence(from: readonly Evidence[], to: readonly Evidence[]): EvidenceChange[] {
  const before = new Map(from.map((item) => [item.id, item]));
  const after = new Map(to.map((item) => [item.id, item]));
  const name = ({ title, url }: Evidence) => title || url || "A source without a title";
  const removed = from
    .filter(({ id }) => !after.has(id))
    .map((item): EvidenceChange => ({
      kind: "removed",
      id: item.id,
      title: name(item),
      fields: [],
    }));
  const others = to.flatMap((item): EvidenceChange[] => {
    const old = before.get(item.id);
    if (!old) return [{ kind: "added", id: item.id, title: name(item), fields: [] }];
    const fields = [...new Set([...Object.keys(item), ...Object.keys(old)] as (keyof Evidence)[])]
      .filter((field) => (item[field] ?? "") !== (old[field] ?? ""))
      .map((field) => ({ field, pieces: compareWords(old[field] ?? "", item[field] ?? "") }));
    return fields.length === 0 ? [] : [{ kind: "changed", id: item.id, title: name(item), fields }];
  });
  return [...removed, ...others];
}

function compareSourcing(from: Sourcing, to: Sourcing): DraftChanges["sourcing"] {
  return (Object.keys(noSourcing) as (keyof Sourcing)[])
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, pieces: compareWords(from[field], to[field]) }));
}

function wasMoved(from: readonly Evidence[], to: readonly Evidence[]): boolean {
  const [before, after] = [new Set(from.map(({ id }) => id)), new Set(to.map(({ id }) => id))];
  const common = (list: readonly Evidence[], other: ReadonlySet<string>) =>
    list.filter(({ id }) => other.has(id)).map(({ id }) => id);
  return common(from, after).join() !== common(to, before).join();
}

/** How many parts differ: a rating, a summary, paragraphs, sources. */
export function countChanges(changes: DraftChanges): number {
  const { rating, summary, rationale, evidence, evidenceMoved, sourcing } = changes;
  const paragraphs = rationale?.filter(({ kind }) => kind !== "same").length ?? 0;
  const sources = evidence.length > 0 ? evidence.length : Number(evidenceMoved);
  return (
    Number(rating !== null) +
    Number(summary !== null) +
    paragraphs +
    sources +
    Number(sourcing.length > 0)
  );
}

/** Which parts differ, in a few words: "rating, summary, 2 sources". Empty when none does. */
export function nameChanges(changes: DraftChanges): string {
  const { rating, summary, rationale, evidence, evidenceMoved, sourcing } = changes;
  const sources = evidence.length === 1 ? "1 source" : `${evidence.length} sources`;
  return [
    rating && "rating",
    summary && "summary",
    rationale && "rationale",
    evidence.length > 0 && sources,
    evidence.length === 0 && evidenceMoved && "order of sources",
    sourcing.length > 0 && "what is said of the sources",
  ]
    .filter(Boolean)
    .join(", ");
}
