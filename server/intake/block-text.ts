import { isElement } from "./parse-page";

const dropped = new Set(
  `aside audio button canvas dialog embed figcaption footer form head iframe input map math menu nav noscript object
  script select style svg template textarea title video`.split(/\s+/),
);
const blocks = new Set(
  `address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main
  ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);

/** One line of a page as a reader sees it. */
export interface Line {
  text: string;
  /** How far it stands from the line before it. */
  gap: "line" | "blank";
  /** Which share of its letters is in links, from 0 to 1. */
  linked: number;
}

/**
 * The text of a part of a page, as a reader sees it in blocks: paragraphs, headings and quotations stand apart by a
 * blank line, the items of a list and the rows of a table by a line break. Captions, navigation and forms are left out.
 */
export function blockText(root: Node): string {
  return joinLines(linesIn(root));
}

/** The lines of `blockText`, one by one. */
export function linesIn(root: Node): Line[] {
  const writer = new LineWriter();
  write(root, writer, { preformatted: false, linked: false, list: newList(false) });
  return writer.end();
}

/** Lines put together again, with the gaps that stood between them. */
export function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, gap }, index) => (index === 0 ? "" : gap === "blank" ? "\n\n" : "\n") + text)
    .join("");
}

interface List {
  ordered: boolean;
  items: number;
}

interface Place {
  preformatted: boolean;
  linked: boolean;
  /** The list around it. */
  list: List;
}

const newList = (ordered: boolean): List => ({ ordered, items: 0 });

function write(node: Node, writer: LineWriter, place: Place): void {
  if (node.nodeType === 3) {
    writer.add(node.nodeValue ?? "", place);
    return;
  }
  if (!isElement(node)) return;
  const name = node.localName.toLowerCase();
  if (dropped.has(name) || (name === "figure" && isPicture(node))) return;
  if (name === "br") {
    writer.lineBreak();
    return;
  }
  const gap = name === "li" || name === "tr" || name === "dd" || name === "dt" ? "line" : "blank";
  const block = blocks.has(name);
  if (block) writer.boundary(gap);
  if (name === "li") writer.beginItem(place.list);
  const inside = insideOf(node, name, place);
  for (const child of node.childNodes) write(child, writer, inside);
  if (name === "li") writer.endItem();
  if (name === "td" || name === "th") writer.add(" ", { ...place, preformatted: false });
  if (block) writer.boundary(gap);
}

/** A figure may also be around a table or a quotation, which are text. */
function isPicture(figure: Element): boolean {
  return figure.querySelector("table, pre, blockquote") === null;
}

function insideOf(element: Element, name: string, place: Place): Place {
  if (name === "pre") return { ...place, preformatted: true };
  // Headings often link to themselves.
  if (name === "a" && /^[^#]/.test(element.getAttribute("href") ?? ""))
    return { ...place, linked: true };
  if (name === "ul" || name === "ol") return { ...place, list: newList(name === "ol") };
  return place;
}

/** Puts pieces of text together to lines, with the widest gap that was asked for between two of them. */
class LineWriter {
  private readonly written: Line[] = [];
  private current: { text: string; linked: boolean }[] = [];
  private gap: Line["gap"] = "line";
  private mark = "";

  add(text: string, { preformatted, linked }: { preformatted: boolean; linked: boolean }): void {
    const piece = preformatted ? text : text.replace(/[ \t\r\n\f\u00a0]+/g, " ");
    if (piece !== "") this.current.push({ text: piece, linked });
  }

  lineBreak(): void {
    this.current.push({ text: "\n", linked: false });
  }

  beginItem(list: List): void {
    list.items += 1;
    this.mark = list.ordered ? `${list.items}. ` : "- ";
    // Items stand together, also when there are paragraphs in them.
    if (list.items > 1) this.gap = "line";
  }

  endItem(): void {
    this.boundary("line");
    this.mark = "";
  }

  boundary(gap: Line["gap"]): void {
    let begun = false;
    for (const { text, linked } of this.endBlock()) {
      if (text === "") {
        if (begun) this.gap = "blank";
        continue;
      }
      const share = Math.min(1, linked / letters(text));
      this.written.push({ text: this.mark + text, gap: this.gap, linked: share });
      this.mark = "";
      this.gap = "line";
      begun = true;
    }
    if (begun) this.gap = "line";
    if (gap === "blank" && this.mark === "") this.gap = "blank";
  }

  end(): Line[] {
    this.boundary("line");
    return this.written;
  }

  /** The lines of what was written since the last boundary, each with how many of its letters are in links. */
  private endBlock(): { text: string; linked: number }[] {
    const lines = [{ text: "", linked: 0 }];
    for (const piece of this.current) {
      for (const [index, part] of piece.text.split("\n").entries()) {
        if (index > 0) lines.push({ text: "", linked: 0 });
        const line = lines[lines.length - 1];
        if (line === undefined) continue;
        line.text += part;
        if (piece.linked) line.linked += letters(part);
      }
    }
    this.current = [];
    return lines.map(({ text, linked }) => ({ text: text.replace(/ {2,}/g, " ").trim(), linked }));
  }
}

function letters(text: string): number {
  return text.replace(/\s+/g, "").length;
}
