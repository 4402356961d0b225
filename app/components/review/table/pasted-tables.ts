/** A table with more cells than this is pasted as lines of text: it would be too much for one edit. */
export const mostPastedCells = 1_000;

/**
 * Tables as they come from a word processor, a spreadsheet or the web, in a form that the rationale has: no cell spans
 * others, none has a table in it, captions stand before. What only lays out a page, or is too large, becomes text.
 */
export function evenPastedTables(html: string, parse: (html: string) => Document): string {
  if (!/<table/i.test(html)) return html;
  const page = parse(html);
  for (const inner of [...page.querySelectorAll("table table")].reverse()) asText(inner);
  for (const table of page.querySelectorAll("table")) {
    const caption = table.querySelector("caption");
    if (caption) {
      const line = page.createElement("p");
      line.append(...caption.childNodes);
      table.before(line);
      caption.remove();
    }
    const cells = table.querySelectorAll("td, th");
    const isLayout = cells.length <= 1 || table.getAttribute("role") === "presentation";
    if (isLayout) unwrap(table);
    else if (sizeOf(table) > mostPastedCells) asText(table);
    else even(table);
  }
  return page.body.innerHTML;
}

const rowsOf = (table: Element): Element[] => [...table.querySelectorAll("tr")];
const cellsOf = (row: Element): Element[] => [...row.querySelectorAll("td, th")];

const span = (cell: Element, name: "colspan" | "rowspan"): number => {
  const said = Number(cell.getAttribute(name) ?? 1);
  return Number.isSafeInteger(said) && said > 0 ? said : 1;
};

/** How many cells there will be when none spans others any more, or more than that. */
function sizeOf(table: Element): number {
  const rows = rowsOf(table);
  const widths = rows.map((row) =>
    cellsOf(row).reduce((sum, cell) => sum + span(cell, "colspan"), 0),
  );
  return rows.length * Math.max(0, ...widths);
}

/** Puts an empty cell wherever one cell reaches over the place of another. */
function even(table: Element): void {
  /** How many rows more a cell above reaches down, by column. */
  const reach: number[] = [];
  for (const row of rowsOf(table)) {
    let column = 0;
    const fill = (before: Element | null) => {
      while ((reach[column] ?? 0) > 0) {
        reach[column] = (reach[column] ?? 1) - 1;
        row.insertBefore(blank(row), before);
        column += 1;
      }
    };
    for (const cell of cellsOf(row)) {
      fill(cell);
      const [across, down] = [span(cell, "colspan"), span(cell, "rowspan")];
      for (let i = 0; i < across; i += 1) {
        reach[column] = down - 1;
        column += 1;
        if (i > 0) cell.after(blank(row, cell.tagName));
      }
      cell.removeAttribute("colspan");
      cell.removeAttribute("rowspan");
    }
    fill(null);
  }
}

const blank = (row: Element, name = "td"): Element => row.ownerDocument.createElement(name);

/** A line for each row, the cells with a tab between them. */
function asText(table: Element): void {
  const lines = rowsOf(table).map((row) => {
    const line = table.ownerDocument.createElement("p");
    line.textContent = cellsOf(row)
      .map((cell) => (cell.textContent ?? "").replace(/\s+/gu, " ").trim())
      .join("\t");
    return line;
  });
  table.replaceWith(...lines);
}

/** What stands in the cells, without the table around it. */
function unwrap(table: Element): void {
  const blocks = rowsOf(table)
    .flatMap(cellsOf)
    .map((cell) => {
      const block = table.ownerDocument.createElement("div");
      block.append(...cell.childNodes);
      return block;
    });
  table.replaceWith(...blocks);
}
