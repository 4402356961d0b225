import { indexCodePoints } from "../claim/code-points";

/** A stretch of an article that something is said about. Code points; `end` is exclusive. */
export interface PassageMark {
  id: string;
  start: number;
  end: number;
}

/** A run of text over which the same marks lie. Code points; `end` is exclusive. */
export interface Passage {
  text: string;
  start: number;
  end: number;
  /** Marks over this run, the innermost (shortest) first. */
  marks: string[];
  /** Those of `marks` that begin with this run. */
  opens: string[];
  /** Those of `marks` that end with this run. */
  closes: string[];
}

/**
 * Cuts a text wherever a mark begins or ends, so that marks may overlap and nest. Laid end to end the runs are the
 * text again; none is empty. Marks are cut to the text; one without any words in it is left out.
 */
export function splitPassages(text: string, marks: readonly PassageMark[]): Passage[] {
  return cut(text, marks, []);
}

/** A paragraph of an article: its runs, without the line breaks around it. */
export interface Paragraph {
  start: number;
  end: number;
  passages: Passage[];
}

/**
 * The text as paragraphs (it breaks at line breaks), each cut into runs as `splitPassages` does. A mark across several
 * paragraphs lies over runs in each; it opens in the first and closes in the last that has words of it.
 */
export function splitParagraphs(text: string, marks: readonly PassageMark[]): Paragraph[] {
  const points = indexCodePoints(text);
  const lines = [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.trim() !== "")
    .map((match) => ({
      start: points.at(match.index),
      end: points.at(match.index + match[0].length),
    }));
  const fitted = marks.flatMap((mark): PassageMark[] => {
    const touched = lines.filter((line) => mark.start < line.end && mark.end > line.start);
    const first = touched.at(0);
    const last = touched.at(-1);
    if (!first || !last) return [];
    return [
      { ...mark, start: Math.max(mark.start, first.start), end: Math.min(mark.end, last.end) },
    ];
  });
  const edges = lines.flatMap((line) => [line.start, line.end]);
  const runs = cut(text, fitted, edges);
  return lines.map((line) => ({
    ...line,
    passages: runs.filter((run) => run.start >= line.start && run.end <= line.end),
  }));
}

/** Characters beside the marked words that make clear what they are about. */
const enoughContext = 200;

/** The paragraphs with marks in them; and where those say little else, the ones before and after. */
export function paragraphsInContext(paragraphs: readonly Paragraph[]): Paragraph[] {
  const isMarked = ({ passages }: Paragraph) => passages.some(({ marks }) => marks.length > 0);
  const first = paragraphs.findIndex(isMarked);
  const last = paragraphs.findLastIndex(isMarked);
  if (first === -1) return [];
  const unmarked = paragraphs
    .slice(first, last + 1)
    .flatMap(({ passages }) => passages.filter(({ marks }) => marks.length === 0))
    .reduce((sum, { text }) => sum + text.length, 0);
  const beside = unmarked < enoughContext ? 1 : 0;
  return paragraphs.slice(Math.max(0, first - beside), last + 1 + beside);
}

function cut(text: string, marks: readonly PassageMark[], edges: readonly number[]): Passage[] {
  const points = indexCodePoints(text);
  const clamp = (n: number) => Math.max(0, Math.min(Math.trunc(n), points.length));
  const laid = marks
    .map(({ id, start, end }) => ({ id, start: clamp(start), end: clamp(end) }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const cuts = [0, points.length, ...edges, ...laid.flatMap(({ start, end }) => [start, end])];
  const places = [...new Set(cuts)].toSorted((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const over = laid.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      text: text.slice(points.unit(start), points.unit(end)),
      start,
      end,
      marks: over.map(({ id }) => id),
      opens: over.filter((mark) => mark.start === start).map(({ id }) => id),
      closes: over.filter((mark) => mark.end === end).map(({ id }) => id),
    };
  });
}
