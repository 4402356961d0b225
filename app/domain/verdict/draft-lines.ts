import { footnoteMark, sourceNumbers } from "./footnotes";
import { textOfRuns, type RichText, type Run, type TableCell } from "./rich-text";
import type { ReviewDraft } from "./verdict";

/** A paragraph, heading, line of a list or row of a table, as it is compared. */
export interface DraftLine {
  /** Tells lines of the same words apart that look different. */
  key: string;
  text: string;
}

/** A rationale line by line, with the numbers that its footnotes have in this version. */
export function draftLines({ rationale, evidence }: ReviewDraft): DraftLine[] {
  const numbers = sourceNumbers(evidence);
  return linesOf(rationale, "", (id) => footnoteMark(numbers.get(id)));
}

/** How a footnote is shown, by the id of its source. */
type Marks = (id: string) => string;

function linesOf(blocks: RichText, look: string, marks: Marks): DraftLine[] {
  return blocks.flatMap((block): DraftLine[] => {
    switch (block.type) {
      case "paragraph":
        return [lineOf(block.runs, `${look}p`, marks)];
      case "heading":
        return [lineOf(block.runs, `${look}h${block.level}`, marks)];
      case "quote":
        return linesOf(block.blocks, `${look}>`, marks);
      case "list":
        return block.items.flatMap((item) =>
          linesOf(item, `${look}${block.ordered ? "1" : "-"}`, marks),
        );
      case "table":
        return block.rows.map((row) => rowOf(row, `${look}t`, marks));
    }
  });
}

const textOf = (runs: readonly Run[], marks: Marks): string =>
  textOfRuns(runs, ({ footnote }) => marks(footnote));

const lineOf = (runs: readonly Run[], look: string, marks: Marks): DraftLine => ({
  key: JSON.stringify([look, runs]),
  text: textOf(runs, marks),
});

const rowOf = (row: readonly TableCell[], look: string, marks: Marks): DraftLine => ({
  key: JSON.stringify([look, row]),
  text: row
    .map(({ blocks }) => blocks.map(({ runs }) => textOf(runs, marks)).join(" "))
    .join(" | "),
});
