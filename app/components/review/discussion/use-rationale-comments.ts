import type { Editor } from "@tiptap/core";
import { CellSelection } from "@tiptap/pm/tables";
import { useEffect } from "react";
import type * as Y from "yjs";

import { proposalAnchor } from "~/collab/comments/proposal-anchor";
import { anchorFor, spanOf, type WordsAnchor } from "~/collab/comments/text-anchor";
import { isOpen, isProposal } from "~/domain/review/discussion";

import { showMarks, type CommentMark } from "./comment-highlights";
import { useDiscussion } from "./discussion-context";
import { rangeOf, spanBetween } from "./rationale-places";

export interface RationaleComments {
  /** Both answer with what keeps one from it with what is selected; null when nothing does. */
  comment: () => string | null;
  propose: () => string | null;
}

/** Keeps the words that are commented on set off in the editor, and answers with what one can say about its selection. */
export function useRationaleComments(
  editor: Editor | null,
  rationale: Y.XmlFragment,
): RationaleComments {
  const { threads, pending, isProposing, active, start, propose, onShowWords } = useDiscussion();

  useEffect(() => {
    if (!editor) return;
    const marks = threads.flatMap((thread): CommentMark[] => {
      const { id, anchor, resolution } = thread;
      const isActive = id === active && resolution?.state !== "accepted";
      const isShown = anchor.kind === "words" && (isActive || isOpen(thread));
      return isShown ? [{ thread: id, anchor, isActive, isProposal: isProposal(thread) }] : [];
    });
    if (pending?.kind === "words") {
      marks.push({ thread: "", anchor: pending, isActive: true, isProposal: isProposing });
    }
    editor.view.dispatch(showMarks(editor.state, marks));
  }, [editor, threads, active, pending, isProposing]);

  useEffect(() => {
    if (!editor) return;
    onShowWords((anchor) => showIn(editor, rationale, anchor));
    return () => onShowWords(null);
  }, [editor, rationale, onShowWords]);

  const selected = ({ state: { selection, doc } }: Editor) =>
    spanBetween(doc, selection.from, selection.to);
  return {
    comment() {
      if (!editor) return null;
      if (hasCells(editor)) return inOneCell("to comment on them");
      const words = anchorFor(rationale, selected(editor));
      const about = words ?? ({ kind: "field", field: "rationale" } as const);
      start(about, () => editor.commands.focus());
      return null;
    },
    propose() {
      if (!editor) return null;
      if (hasCells(editor)) return inOneCell("to propose others");
      const words = proposalAnchor(rationale, selected(editor));
      if (words.ok) propose(words.value, () => editor.commands.focus());
      return words.ok ? null : words.error;
    },
  };
}

/** Whole cells are a rectangle of the table, which is no stretch of words. */
const hasCells = ({ state: { selection } }: Editor): boolean => selection instanceof CellSelection;

const inOneCell = (what: string): string => `Select words within one cell of the table ${what}.`;

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
