import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { MessageSquarePlus } from "lucide-react";

import { buttonClass } from "~/components/ui/button";

/** Space that the button needs, in pixels. */
const width = 112;

/** Under selected words, a button to comment on them. From the keyboard the toolbar and its shortcut do the same. */
export function SelectionComment({ editor, onComment }: { editor: Editor; onComment: () => void }) {
  const place = useEditorState({ editor, selector: ({ editor: current }) => placeIn(current) });
  if (!place) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      style={place}
      // The selection must stay.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onComment}
      className={`${buttonClass("secondary", "small")} absolute z-10 shadow-float`}
    >
      <MessageSquarePlus aria-hidden className="size-4" />
      Comment
      <span className="sr-only"> on the selected words</span>
    </button>
  );
}

function placeIn({ state, view, isFocused }: Editor): { left: number; top: number } | null {
  const { empty, from, to } = state.selection;
  const isText = !empty && state.doc.textBetween(from, to, " ").trim() !== "";
  const frame = isText && isFocused ? view.dom.parentElement?.getBoundingClientRect() : undefined;
  if (!frame) return null;
  const end = view.coordsAtPos(to);
  return {
    left: Math.round(Math.max(4, Math.min(end.left - frame.left, frame.width - width))),
    top: Math.round(end.bottom - frame.top + 6),
  };
}
