import { Node } from "@tiptap/core";
import { NodeSelection, type EditorState } from "@tiptap/pm/state";

import type { SourceWatch } from "~/collab/source-watch";
import { footnoteMark } from "~/domain/verdict/footnotes";

import { showField } from "../discussion/field-place";
import { FootnoteView } from "./footnote-view";
import { sourceAskPlugin } from "./source-ask";

export interface FootnoteOptions {
  sources: SourceWatch;
}

/** A reference to a piece of evidence by its id. What is shown is the number that it has in the list now. */
export const Footnote = Node.create<FootnoteOptions>({
  name: "footnote",
  // Its keys come before those that write: Enter on a footnote divides no paragraph.
  priority: 200,
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,

  addAttributes: () => ({ card: { default: "", rendered: false } }),

  parseHTML() {
    return [
      {
        tag: "sup[data-footnote]",
        getAttrs: (element) => {
          const card = element.getAttribute("data-footnote") ?? "";
          // One of another review stays the text that it was shown as.
          return this.options.sources.find(card) ? { card } : false;
        },
      },
    ];
  },

  renderHTML({ node }) {
    const { card } = node.attrs;
    return [
      "sup",
      { "data-footnote": String(card) },
      footnoteMark(this.options.sources.find(String(card))?.number),
    ];
  },

  renderText({ node }) {
    return footnoteMark(this.options.sources.find(String(node.attrs["card"]))?.number);
  },

  addNodeView() {
    return ({ node }) => new FootnoteView(node, this.options.sources);
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const card = selectedFootnote(editor.state);
        if (card === null) return false;
        showField({ kind: "field", field: "evidence", card });
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    return [sourceAskPlugin(this.options.sources)];
  },
});

/** The source of the footnote that is selected; null when none is. */
export function selectedFootnote({ selection }: EditorState): string | null {
  const isNote = selection instanceof NodeSelection && selection.node.type.name === "footnote";
  return isNote ? String(selection.node.attrs["card"]) : null;
}
