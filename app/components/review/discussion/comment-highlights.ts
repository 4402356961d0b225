import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { z } from "zod";

import { spanOf, type WordsAnchor } from "~/collab/comments/text-anchor";

import { rangeOf } from "./rationale-places";

/** Words of the rationale that are to be set off. */
export interface CommentMark {
  thread: string;
  anchor: WordsAnchor;
  isActive: boolean;
  /** Other words are proposed for these. */
  isProposal: boolean;
}

interface HighlightState {
  marks: readonly CommentMark[];
  shown: DecorationSet;
}

export interface CommentHighlightOptions {
  rationale: Y.XmlFragment;
}

const key = new PluginKey<HighlightState>("comments");
const syncNews = z.object({ isChangeOrigin: z.boolean() });

/**
 * Sets off the words that comments are about. Not as marks of the text: what is shown belongs to the discussion, and
 * must neither be undone nor submitted with the words.
 */
export const CommentHighlights = Extension.create<CommentHighlightOptions>({
  name: "commentHighlights",

  addProseMirrorPlugins() {
    const { rationale } = this.options;
    return [
      new Plugin<HighlightState>({
        key,
        state: {
          init: () => ({ marks: [], shown: DecorationSet.empty }),
          apply: (tr, before, _old, { doc }) => applied(tr, before, doc, rationale),
        },
        props: { decorations: (state) => key.getState(state)?.shown },
      }),
    ];
  },
});

/** Shows these marks and no others. */
export function showMarks(state: EditorState, marks: readonly CommentMark[]): Transaction {
  return state.tr.setMeta(key, marks).setMeta("addToHistory", false);
}

function applied(
  tr: Transaction,
  before: HighlightState,
  doc: Node,
  rationale: Y.XmlFragment,
): HighlightState {
  const marks: readonly CommentMark[] | undefined = tr.getMeta(key);
  const sync = syncNews.safeParse(tr.getMeta(ySyncPluginKey));
  // What others write comes as a whole new stretch of text, through which positions cannot be followed.
  const isNew = marks !== undefined || (sync.success && sync.data.isChangeOrigin);
  if (!isNew) return { ...before, shown: before.shown.map(tr.mapping, tr.doc) };
  const next = marks ?? before.marks;
  const shown = next.flatMap(({ thread, anchor, isActive, isProposal }) => {
    const span = spanOf(rationale, anchor);
    const range = span && rangeOf(doc, span);
    const look = {
      class: isProposal ? "comment-words proposed-words" : "comment-words",
      "data-thread": thread,
    };
    const attributes = isActive ? { ...look, "data-active": "" } : look;
    return range ? [Decoration.inline(range.from, range.to, attributes)] : [];
  });
  return { marks: next, shown: DecorationSet.create(doc, shown) };
}
