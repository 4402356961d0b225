import { useEffect, useRef, type KeyboardEvent } from "react";

import { wholeWords } from "~/domain/article/drift/whole-words";
import { splitParagraphs } from "~/domain/article/passages";

import { selectedWords, type SelectedWords } from "../selected-words";
import { stepByKey, wordsOf, type WordSelection } from "./word-steps";

export interface PassagePickerProps {
  text: string;
  language: string;
  /** A passage that is shown as chosen. Code points. */
  marked: { start: number; end: number } | null;
  onSelect: (words: SelectedWords) => void;
}

const helpId = "passage-keys";
/** Milliseconds in which a selection that is being drawn has not changed any more. */
const settlesIn = 150;

/** A text in which a passage is selected: with the mouse or by touch, or word by word with the arrow keys. */
export function PassagePicker({ text, language, marked, onSelect }: PassagePickerProps) {
  const root = useRef<HTMLDivElement>(null);
  const reached = useRef<WordSelection | null>(null);
  const paragraphs = splitParagraphs(text, marked === null ? [] : [{ id: "chosen", ...marked }]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    const tell = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const words = root.current && selectedWords(root.current, text);
        if (words === null) return;
        const { start, end } = wholeWords(text, words, language);
        onSelect({ start, end, quote: Array.from(text).slice(start, end).join("") });
      }, settlesIn);
    };
    document.addEventListener("selectionchange", tell);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("selectionchange", tell);
    };
  }, [text, language, onSelect]);
  const step = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !root.current) return;
    const runs = runsOf(root.current);
    const shown = runs.map(({ text: run, isFirst }) => (isFirst ? "\n" : "") + run).join("");
    const words = wordsOf(shown);
    const next = stepByKey(words, reached.current, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    reached.current = next;
    const [first, last] = [Math.min(next.anchor, next.focus), Math.max(next.anchor, next.focus)];
    const [from, to] = [words[first], words[last]];
    if (from && to) {
      select(runs, from.start, to.end);
      placeAt(runs, words[next.focus]?.start ?? 0)?.parentElement?.scrollIntoView({
        block: "nearest",
      });
    }
  };
  return (
    <>
      <p id={helpId} className="text-sm text-muted">
        Mark the words with the mouse (words at the ends are taken whole), or go into the text with
        Tab: the arrow keys go from word to word and from paragraph to paragraph, with Shift the
        selection grows.
      </p>
      <div
        ref={root}
        lang={language}
        tabIndex={0}
        role="group"
        aria-label="The text of the version"
        aria-describedby={helpId}
        onKeyDown={step}
        onPointerDown={() => (reached.current = null)}
        className="prose-read flex max-h-[70dvh] max-w-prose flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-raised p-4"
      >
        {paragraphs.map((paragraph) => (
          <p key={paragraph.start} data-paragraph="">
            {paragraph.passages.map(({ start, text: words, marks }) =>
              marks.length === 0 ? (
                <span key={start} data-start={start}>
                  {words}
                </span>
              ) : (
                <mark
                  key={start}
                  id="chosen"
                  className="scroll-mt-20 rounded-sm bg-warning-soft px-0.5 text-ink outline outline-warning-line"
                >
                  <span data-start={start}>{words}</span>
                </mark>
              ),
            )}
          </p>
        ))}
      </div>
    </>
  );
}

/** A stretch of the text as it is drawn. */
interface Run {
  node: Text;
  text: string;
  isFirst: boolean;
}

function runsOf(root: HTMLElement): Run[] {
  return [...root.querySelectorAll("[data-paragraph]")].flatMap((paragraph) =>
    [...paragraph.querySelectorAll("[data-start]")].flatMap((span, at): Run[] => {
      const node = span.firstChild;
      return node instanceof Text ? [{ node, text: node.data, isFirst: at === 0 }] : [];
    }),
  );
}

function select(runs: readonly Run[], from: number, to: number): void {
  const [start, end] = [boundary(runs, from), boundary(runs, to)];
  if (start && end) {
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }
}

const placeAt = (runs: readonly Run[], at: number): Text | null => boundary(runs, at)?.node ?? null;

function boundary(runs: readonly Run[], at: number): { node: Text; offset: number } | null {
  let begins = 0;
  for (const { node, text, isFirst } of runs) {
    if (isFirst) begins += 1;
    if (at <= begins + text.length) return { node, offset: Math.max(0, at - begins) };
    begins += text.length;
  }
  return null;
}
