import type { Span } from "./span";
import { trimSpan } from "./span";

/** One paragraph or line of an article, before it is known what it is. */
export interface Block extends Span {
  /** Blocks with no blank line between them share a group. */
  group: number;
}

/**
 * Cuts a text into paragraphs. A line is a paragraph of its own unless the text is hard-wrapped there, because
 * copied articles separate paragraphs by one line break as often as by two.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const group of lineGroups(text)) {
    const wrapped = isHardWrapped(text, group);
    for (const line of group) {
      const last = blocks.at(-1);
      if (last && last.group === line.group && (wrapped || runsOn(text, last, line))) {
        last.end = line.end;
      } else {
        blocks.push({ ...line });
      }
    }
  }
  return blocks;
}

function* lineGroups(text: string): Generator<Block[]> {
  let group: Block[] = [];
  let number = 0;
  const lineBreak = /\r\n|[\n\r\u2028\u2029]|$/g;
  let start = 0;
  while (start <= text.length) {
    lineBreak.lastIndex = start;
    const found = lineBreak.exec(text);
    const end = found ? found.index : text.length;
    const line = trimSpan(text, { start, end });
    if (line.end > line.start) {
      group.push({ ...line, group: number });
    } else if (group.length > 0) {
      yield group;
      group = [];
      number += 1;
    }
    start = end + Math.max(1, found?.[0].length ?? 1);
  }
  if (group.length > 0) yield group;
}

function isHardWrapped(text: string, lines: Block[]): boolean {
  const full = lines.slice(0, -1);
  if (full.length < 2) return false;
  const lengths = full.map((line) => line.end - line.start);
  // A loop instead of Math.max(...), which fails on very many arguments.
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const shortest = lengths.reduce((a, b) => Math.min(a, b), longest);
  if (longest < 50 || longest > 120 || longest - shortest > 25) return false;
  // In a list of titles every line begins as a sentence does.
  if (!lines.slice(1).some((line) => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2))))
    return false;
  return full.some((line) => !isTerminated(text, line));
}

function runsOn(text: string, above: Span, below: Span): boolean {
  const lastLine = text.slice(Math.max(above.start, above.end - 200), above.end);
  if (lastLine.length < 40 || isTerminated(text, above)) return false;
  const isButton = text.startsWith("open image in gallery", below.start);
  return !isButton && /^\p{Ll}/u.test(text.slice(below.start, below.start + 2));
}

/** Whether the words end as a sentence ends: with a full stop, a question mark, a colon, in any script. */
export function isTerminated(text: string, span: Span): boolean {
  const tail = text.slice(Math.max(span.start, span.end - 12), span.end);
  return /[\p{STerm}…:][\s"'’”»)\]\p{Pf}\p{Pe}]*$/u.test(tail);
}
