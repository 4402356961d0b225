type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a stroke asks for, where it is one of those for undo and redo. */
export function undoAskedBy(stroke: Stroke): "undo" | "redo" | null {
  if (!(stroke.ctrlKey || stroke.metaKey) || stroke.altKey) return null;
  const key = stroke.key.toLowerCase();
  if (key === "y" || (key === "z" && stroke.shiftKey)) return "redo";
  return key === "z" ? "undo" : null;
}
