import type { Span } from "./span";

const marks =
  /["“”„‟«»]|(?<![\p{L}\p{N}])‘|’(?![\p{L}\p{N}])|(?<![^\s([—–-])'(?=\p{L})|(?<=[.,!?…])'(?![\p{L}\p{N}])/gu;

type Kind = "double" | "curly" | "straight";

interface Mark {
  at: number;
  /** A quotation closes with a mark of the kind that opened it. */
  kind: Kind;
  /** What the spaces around it say: "open" before a word, "close" after one, null when they do not tell. */
  look: "open" | "close" | null;
}

/**
 * The quotations of one paragraph, their marks included. Open and close are told by the spaces around a mark and by
 * turn, not by its shape, because articles open with a closing mark as they like; one left open runs to the end of
 * the paragraph, or to where another opens.
 */
export function quotationsOf(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const all = [...words.matchAll(marks)].map((match) => markAt(words, match.index, match[0]));
  const found: Span[] = [];
  let open: Mark | null = null;
  const close = (end: number) => {
    if (open) found.push({ start: paragraph.start + open.at, end: paragraph.start + end });
    open = null;
  };
  for (const [i, mark] of all.entries()) {
    const current: Mark | null = open;
    if (current === null) {
      // A lone ’ closes nothing: it is the apostrophe of "the Greens’ talks".
      const apostrophe =
        words[mark.at] === "’" || (mark.kind === "straight" && mark.look !== "open");
      const partner = mark.look !== "close" || all[i + 1]?.look === "close";
      if (!apostrophe && partner) open = mark;
    } else if (current.kind === mark.kind) {
      const afresh = mark.kind === "double" || /[.!?…]\s+$/.test(words.slice(0, mark.at).slice(-4));
      if (mark.look === "open" && afresh) {
        close(mark.at);
        open = mark;
      } else close(mark.at + 1);
    }
  }
  const last: Mark | null = open;
  if (last !== null && isDouble(last)) close(words.length);
  return found;
}

const isDouble = (mark: Mark): boolean => mark.kind === "double";

function markAt(words: string, at: number, mark: string): Mark {
  const before = words[at - 1] ?? " ";
  const after = words[at + 1] ?? " ";
  const freeBefore = /[\s([—–-]/.test(before);
  const freeAfter = /[\s)\].,;:!?—–]/.test(after);
  const look = freeBefore === freeAfter ? null : freeBefore ? "open" : "close";
  const kind = mark === "'" ? "straight" : mark === "‘" || mark === "’" ? "curly" : "double";
  return { at, kind, look };
}
