/** Words of an article that a person has marked with the mouse, by touch or by keyboard. Code points. */
export interface SelectedWords {
  start: number;
  end: number;
  quote: string;
}

/**
 * What is selected inside the article, without white space at its ends; null when nothing of it is. Runs of the
 * article's text are the elements with `data-start`, the code point at which the run begins; what stands between them
 * (the numbers of claims) is no part of the text.
 */
export function selectedWords(root: HTMLElement, text: string): SelectedWords | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let start = Infinity;
  let end = -Infinity;
  for (const run of root.querySelectorAll<HTMLElement>("[data-start]")) {
    if (!range.intersectsNode(run)) continue;
    const begins = Number(run.dataset["start"]);
    const length = codePoints(run.textContent ?? "");
    const from = run.contains(range.startContainer) ? lengthBefore(run, range, "start") : 0;
    const to = run.contains(range.endContainer) ? lengthBefore(run, range, "end") : length;
    if (to <= from) continue;
    start = Math.min(start, begins + from);
    end = Math.max(end, begins + to);
  }
  if (end <= start) return null;
  const points = Array.from(text);
  while (start < end && isSpace(points[start])) start += 1;
  while (end > start && isSpace(points[end - 1])) end -= 1;
  return end > start ? { start, end, quote: points.slice(start, end).join("") } : null;
}

function lengthBefore(run: HTMLElement, range: Range, edge: "start" | "end"): number {
  const before = range.cloneRange();
  before.selectNodeContents(run);
  if (edge === "start") before.setEnd(range.startContainer, range.startOffset);
  else before.setEnd(range.endContainer, range.endOffset);
  return codePoints(before.toString());
}

const codePoints = (text: string): number => Array.from(text).length;

const isSpace = (point: string | undefined): boolean => point !== undefined && /\s/.test(point);
