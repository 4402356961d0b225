import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { MessageSquarePlus, PencilLine } from "lucide-react";

import { buttonClass } from "~/components/ui/button";

/** Space that the buttons need, in pixels. */
const width = 268;

export interface SelectionCommentProps {
  editor: Editor;
  onComment: () => void;
  onPropose: () => void;
}

/** Under selected words, buttons to say something about them. From the keyboard the toolbar and its shortcuts do the same. */
export function SelectionComment({ editor, onComment, onPropose }: SelectionCommentProps) {
  const place = useEditorState({ editor, selector: ({ editor: current }) => placeIn(current) });
  if (!place) return null;
  const actions = [
    { word: "Comment", rest: " on the selected words", icon: MessageSquarePlus, run: onComment },
    { word: "Propose a change", rest: " of the selected words", icon: PencilLine, run: onPropose },
  ];
  return (
    <div style={place} className="absolute z-10 flex gap-1">
      {actions.map(({ word, rest, icon: Icon, run }) => (
        <button
          key={word}
          type="button"
          tabIndex={-1}
          // The selection must stay.
          onPointerDown={(event) => event.preventDefault()}
          onClick={run}
          className={`${buttonClass("secondary", "small")} shadow-float whitespace-nowrap`}
        >
          <Icon aria-hidden className="size-4" />
          {word}
          <span className="sr-only">{rest}</span>
        </button>
      ))}
    </div>
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
