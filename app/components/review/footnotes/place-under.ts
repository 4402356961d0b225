import type { Editor } from "@tiptap/core";

/** Where something of this width goes to stand under a place of the text, within the frame of the editor. */
export function placeUnder(
  { view }: Editor,
  pos: number,
  width: number,
): { left: number; top: number } {
  const frame = view.dom.parentElement?.getBoundingClientRect();
  if (!frame || pos > view.state.doc.content.size) return { left: 0, top: 0 };
  const at = view.coordsAtPos(pos);
  return {
    left: Math.round(Math.max(0, Math.min(at.left - frame.left, frame.width - width))),
    top: Math.round(at.bottom - frame.top + 6),
  };
}
