import * as Y from "yjs";

import { changeBetween, positionAfter, type DeltaStep } from "./text-change";
import { undoAskedBy } from "./undo-keys";

/** The part of a text field that a binding needs; an input or a textarea. */
export type TextControl = Pick<
  HTMLTextAreaElement,
  | "value"
  | "selectionStart"
  | "selectionEnd"
  | "setSelectionRange"
  | "addEventListener"
  | "removeEventListener"
>;

/**
 * Keeps a text field and a shared text the same. What a person types goes in as the smallest change; what others type
 * moves the caret with the words around it. While an input method composes a word, other people's changes wait, and
 * undo takes back only one's own. Returns the way to end it.
 */
export function bindText(control: TextControl, text: Y.Text): () => void {
  const origin = {};
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) });
  let known = text.toJSON();
  let isComposing = false;
  let missed: DeltaStep[][] = [];
  control.value = known;

  const pull = () => {
    const change = changeBetween(known, control.value);
    if (change) {
      const at = missed.reduce(positionAfter, change.at);
      const end = missed.reduce(positionAfter, change.at + change.removed);
      text.doc?.transact(() => {
        if (end > at) text.delete(at, end - at);
        if (change.inserted !== "") text.insert(at, change.inserted);
      }, origin);
    }
    known = text.toJSON();
    const deltas = missed;
    missed = [];
    if (control.value !== known) show(deltas);
  };

  const show = (deltas: readonly DeltaStep[][]) => {
    const [start, end] = [control.selectionStart, control.selectionEnd];
    control.value = known;
    if (start === null || end === null) return;
    control.setSelectionRange(
      deltas.reduce(positionAfter, start),
      deltas.reduce(positionAfter, end),
    );
  };

  const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return;
    if (isComposing) {
      missed.push(event.delta);
      return;
    }
    known = text.toJSON();
    if (control.value !== known) show([event.delta]);
  };

  const onInput = () => {
    if (!isComposing) pull();
  };
  const onCompositionStart = () => {
    isComposing = true;
  };
  const onCompositionEnd = () => {
    isComposing = false;
    pull();
  };
  const onKey = (event: KeyboardEvent) => {
    const asked = undoAskedBy(event);
    if (asked === null) return;
    event.preventDefault();
    undo[asked]();
  };

  text.observe(onText);
  control.addEventListener("input", onInput);
  control.addEventListener("compositionstart", onCompositionStart);
  control.addEventListener("compositionend", onCompositionEnd);
  control.addEventListener("keydown", onKey);
  return () => {
    text.unobserve(onText);
    control.removeEventListener("input", onInput);
    control.removeEventListener("compositionstart", onCompositionStart);
    control.removeEventListener("compositionend", onCompositionEnd);
    control.removeEventListener("keydown", onKey);
    undo.destroy();
  };
}
