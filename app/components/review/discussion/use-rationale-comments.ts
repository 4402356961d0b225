import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type * as Y from "yjs";

import { anchorFor, spanOf, type WordsAnchor } from "~/collab/comments/text-anchor";
import { isOpen } from "~/domain/review/discussion";

import { showMarks, type CommentMark } from "./comment-highlights";
import { useDiscussion } from "./discussion-context";
import { rangeOf, spanBetween } from "./rationale-places";

/** Keeps the words that are commented on set off in the editor, and answers with the way to comment on its selection. */
export function useRationaleComments(editor: Editor | null, rationale: Y.XmlFragment): () => void {
  const { threads, pending, active, start, onShowWords } = useDiscussion();

  useEffect(() => {
    if (!editor) return;
    const marks = threads.flatMap(({ id, anchor, ...thread }): CommentMark[] => {
      const isActive = id === active;
      const isShown = anchor.kind === "words" && (isActive || isOpen(thread));
      return isShown ? [{ thread: id, anchor, isActive }] : [];
    });
    if (pending?.kind === "words") marks.push({ thread: "", anchor: pending, isActive: true });
    editor.view.dispatch(showMarks(editor.state, marks));
  }, [editor, threads, active, pending]);

  useEffect(() => {
    if (!editor) return;
    onShowWords((anchor) => showIn(editor, rationale, anchor));
    return () => onShowWords(null);
  }, [editor, rationale, onShowWords]);

  return () => {
    if (!editor) return;
    const { selection, doc } = editor.state;
    const span = spanBetween(doc, selection.from, selection.to);
    const about = anchorFor(rationale, span) ?? ({ kind: "field", field: "rationale" } as const);
    start(about, () => editor.commands.focus());
  };
}

/** Selects the words of an anchor, which also says them to whoever listens. */
function showIn(editor: Editor, rationale: Y.XmlFragment, anchor: WordsAnchor): void {
  const span = spanOf(rationale, anchor);
  const range = span && rangeOf(editor.state.doc, span);
  if (!range) return;
  editor.chain().setTextSelection(range).focus(undefined, { scrollIntoView: false }).run();
  const { node } = editor.view.domAtPos(range.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
}
