import { readFileSync } from "node:fs";

import { mayBeEnglish } from "~/domain/claim/english";
import { parseTrainingRow, type TrainingRow } from "~/domain/claim/training/training-row";

/** Words of one article that the desk has judged: worth a check or not. `at` is when, ISO 8601 in UTC. */
export interface DeskLabel {
  text: string;
  articleId: string;
  at: string;
  label: 0 | 1;
  /** How much of a whole judgement it is, 0 to 1. */
  weight: number;
}

export interface DeskFile {
  labels: DeskLabel[];
  /** Lines that were skipped, counted from 1. */
  faults: { line: number; why: string }[];
  /** How many rows there were; most things that people do to a claim say nothing of its worth. */
  rows: number;
  /** Labels left out because their words are not English, which is all that the score reads. */
  foreign: number;
}

/** Reads what `cli -- export --claims-training` wrote. Throws when the file cannot be read. */
export function readDeskLabels(file: string): DeskFile {
  const rows: TrainingRow[] = [];
  const faults: DeskFile["faults"] = [];
  const lines = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n");
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const parsed = parseTrainingRow(line);
    if (parsed.ok) rows.push(parsed.value);
    else faults.push({ line: i + 1, why: parsed.error });
  }
  const all = deskLabels(rows);
  const labels = all.filter(({ text }) => mayBeEnglish(text));
  return { labels, faults, rows: rows.length, foreign: all.length - labels.length };
}

/**
 * The judgements in rows of one or several exports. A row that comes again counts as it stands last. Words that several
 * claims share count once, as worth a check when one of the claims is.
 */
export function deskLabels(rows: readonly TrainingRow[]): DeskLabel[] {
  const latest = new Map(rows.map((row) => [JSON.stringify([row.id, row.seq]), row]));
  const byWords = new Map<string, DeskLabel>();
  for (const { quote, articleId, at, label, weight } of latest.values()) {
    if (label === null || weight === 0) continue;
    const text = quote.trim();
    const key = JSON.stringify([articleId, text]);
    const other = byWords.get(key);
    const own = { text, articleId, at, label, weight };
    if (!other || outweighs(own, other)) byWords.set(key, own);
  }
  return [...byWords.values()];
}

const outweighs = (a: DeskLabel, b: DeskLabel): boolean =>
  a.label === b.label ? a.weight > b.weight : a.label > b.label;
