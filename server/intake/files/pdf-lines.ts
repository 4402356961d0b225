/** A piece of text on a page, as far as it says where paragraphs end. */
export interface PdfLine {
  text: string;
  height: number;
  /** Whether a line ends with it. */
  ends: boolean;
  page: number;
  x: number;
  y: number;
}

interface Row {
  text: string;
  height: number;
  page: number;
  y: number;
}

/**
 * The paragraphs of a PDF, which knows lines alone. A gap of well over a line, another size of letters, or a short line
 * that ends a sentence ends a paragraph; words that were divided at the end of a line are put together again.
 */
export function paragraphsOf(pieces: readonly PdfLine[]): string {
  const rows = rowsOf(pieces);
  const longest = Math.max(...rows.map(({ text }) => text.length), 0);
  let text = "";
  let before: Row | null = null;
  for (const row of rows) {
    if (before === null) text = row.text;
    else if (isBreak(before, row, longest)) text += `\n\n${row.text}`;
    else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(row.text))
      text = text.slice(0, -1) + row.text;
    else text += ` ${row.text}`;
    before = row;
  }
  return text;
}

function isBreak(before: Row, row: Row, longest: number): boolean {
  const endsSentence = /[.!?:…]["'”’»)]?$/u.test(before.text);
  const isShort = before.text.length < longest * 0.75;
  if (before.page !== row.page) return endsSentence && isShort;
  const size = Math.max(before.height, row.height, 1);
  if (Math.abs(before.height - row.height) > size * 0.15) return true;
  return Math.abs(before.y - row.y) > size * 1.75 || (endsSentence && isShort);
}

function rowsOf(pieces: readonly PdfLine[]): Row[] {
  const rows: Row[] = [];
  let open: Row | null = null;
  for (const { text, height, ends, page, y } of pieces) {
    if (open !== null && (open.page !== page || Math.abs(open.y - y) > Math.max(height, 1))) {
      rows.push(open);
      open = null;
    }
    open ??= { text: "", height: 0, page, y };
    open.text += text;
    open.height = Math.max(open.height, height);
    if (ends) {
      rows.push(open);
      open = null;
    }
  }
  if (open !== null) rows.push(open);
  return rows
    .map((row) => ({ ...row, text: row.text.replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text !== "");
}
