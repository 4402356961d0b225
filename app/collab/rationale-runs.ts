import * as Y from "yjs";

import { isFootnote, type Run, type TextRun } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

import { cleanText } from "./clean-text";

/** What stands in a paragraph or heading: text with its marks, line breaks and footnotes. */
export function readRuns(node: Y.XmlElement): Run[] {
  const runs = node.toArray().flatMap((child): Run[] => {
    if (child instanceof Y.XmlText) return textRuns(child);
    if (!(child instanceof Y.XmlElement)) return [];
    if (child.nodeName === "hardBreak") return [{ text: "\n" }];
    const card = child.nodeName === "footnote" ? footnoteCard(child) : "";
    return card === "" ? [] : [{ footnote: card }];
  });
  return mergedRuns(runs);
}

/** The words of a text that stands outside of every paragraph, as no editor leaves it. */
export const readText = (text: Y.XmlText): Run[] => mergedRuns(textRuns(text));

/** The id of the piece of evidence that a footnote is about; empty when it names none. */
export function footnoteCard(node: Y.XmlElement): string {
  const card: unknown = node.getAttribute("card");
  return typeof card === "string" ? cleanText(card) : "";
}

function textRuns(text: Y.XmlText): TextRun[] {
  const parts: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return parts.flatMap(({ insert, attributes = {} }) =>
    typeof insert === "string" ? [markedRun(cleanText(insert), attributes)] : [],
  );
}

function markedRun(text: string, attributes: Record<string, unknown>): TextRun {
  const run: TextRun = { text };
  if (isSet(attributes.bold)) run.bold = true;
  if (isSet(attributes.italic)) run.italic = true;
  const href = linkOf(attributes.link);
  if (href !== null) run.href = href;
  return run;
}

const isSet = (mark: unknown): boolean => mark !== undefined && mark !== null && mark !== false;

function linkOf(mark: unknown): string | null {
  if (typeof mark !== "object" || mark === null || !("href" in mark)) return null;
  return typeof mark.href === "string" ? safeLink(mark.href) : null;
}

export /** Neighbours that look alike become one run; a line break carries no marks, because the editor's does not. */
function mergedRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs.flatMap(splitAtBreaks)) {
    if (isFootnote(run)) {
      merged.push(run);
      continue;
    }
    if (run.text === "") continue;
    const last = merged.at(-1);
    if (last && !isFootnote(last) && looksLike(last, run)) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else {
      merged.push(run);
    }
  }
  return merged;
}

const looksLike = (one: TextRun, other: TextRun): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href;

function splitAtBreaks(run: Run): Run[] {
  if (isFootnote(run)) return [run];
  return run.text.split(/(\n)/).map((text) => (text === "\n" ? { text } : { ...run, text }));
}

/** Runs as the editor keeps them. */
export function writeRuns(runs: readonly Run[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const closeText = () => {
    if (delta.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(delta);
    nodes.push(text);
    delta = [];
  };
  for (const run of runs.flatMap(splitAtBreaks)) {
    if (isFootnote(run)) {
      closeText();
      const note = new Y.XmlElement("footnote");
      note.setAttribute("card", run.footnote);
      nodes.push(note);
    } else if (run.text === "\n") {
      closeText();
      nodes.push(new Y.XmlElement("hardBreak"));
    } else if (run.text !== "") {
      delta.push({ insert: run.text, attributes: marks(run) });
    }
  }
  closeText();
  return nodes;
}

function marks(run: TextRun): Record<string, unknown> {
  const href = run.href === undefined ? null : safeLink(run.href);
  return {
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...(href === null ? {} : { link: { href } }),
  };
}
