import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";

import type { SourceWatch } from "~/collab/source-watch";

import { selectedFootnote } from "./footnote-node";
import { placeUnder } from "./place-under";
import { sourceName } from "./source-query";

/** Says what the footnote that the caret is on is about, to those who look and those who listen. */
export function FootnoteTip({ editor, sources }: { editor: Editor; sources: SourceWatch }) {
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      card: selectedFootnote(state),
      pos: state.selection.from,
    }),
  });
  const { card, pos } = selected;
  const source = card === null ? undefined : sources.find(card);
  const words = source
    ? `Source ${source.number}: ${sourceName(source)}. Enter goes to it.`
    : "The source of this footnote was removed. Delete the footnote, or type [ to choose another source.";
  return (
    <p
      role="status"
      style={card === null ? undefined : placeUnder(editor, pos, 320)}
      className="absolute z-10 max-w-80 rounded-md border border-line-strong bg-raised px-2.5 py-1.5 font-sans text-sm shadow-float empty:hidden"
    >
      {card === null ? null : words}
    </p>
  );
}
