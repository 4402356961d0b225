import { isElement } from "./parse-page";

const dropped = new Set(
  `aside audio button canvas dialog embed figcaption footer form head iframe input map math menu nav noscript object
  script select style svg template textarea title video`.split(/\s+/),
);
const blocks = new Set(
  `address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main
  ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);

/**
 * The text of a part of a page, as a reader sees it in blocks: paragraphs, headings and quotations stand apart by a
 * blank line, the items of a list and the rows of a table by a line break. Captions, navigation and forms are left out.
 */
export function blockText(root: Node): string {
  const writer = new BlockWriter();
  write(root, writer, { preformatted: false, list: newList(false) });
  return writer.end();
}

interface List {
  ordered: boolean;
  items: number;
}

interface Place {
  preformatted: boolean;
  /** The list around it. */
  list: List;
}

const newList = (ordered: boolean): List => ({ ordered, items: 0 });

function write(node: Node, writer: BlockWriter, place: Place): void {
  if (node.nodeType === 3) {
    writer.add(node.nodeValue ?? "", place.preformatted);
    return;
  }
  if (!isElement(node)) return;
  const name = node.localName.toLowerCase();
  if (dropped.has(name)) return;
  if (name === "br") {
    writer.lineBreak();
    return;
  }
  const gap = name === "li" || name === "tr" || name === "dd" || name === "dt" ? "line" : "blank";
  const block = blocks.has(name);
  if (block) writer.boundary(gap);
  if (name === "li") writer.beginItem(place.list);
  const inside = insideOf(name, place);
  for (const child of node.childNodes) write(child, writer, inside);
  if (name === "li") writer.endItem();
  if (name === "td" || name === "th") writer.add(" ", false);
  if (block) writer.boundary(gap);
}

function insideOf(name: string, place: Place): Place {
  if (name === "pre") return { ...place, preformatted: true };
  if (name === "ul" || name === "ol") return { ...place, list: newList(name === "ol") };
  return place;
}

/** Puts pieces of text together to blocks, with the widest gap that was asked for between two of them. */
class BlockWriter {
  private readonly written: string[] = [];
  private current: string[] = [];
  private gap: "line" | "blank" = "line";
  private mark = "";

  add(text: string, preformatted: boolean): void {
    const piece = preformatted ? text : text.replace(/[ \t\r\n\f\u00a0]+/g, " ");
    if (piece !== "") this.current.push(piece);
  }

  lineBreak(): void {
    this.current.push("\n");
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

  boundary(gap: "line" | "blank"): void {
    const lines = this.current.join("").split("\n");
    const block = lines
      .map((line) => line.replace(/ {2,}/g, " ").trim())
      .join("\n")
      .trim();
    this.current = [];
    if (block !== "") {
      if (this.written.length > 0) this.written.push(this.gap === "blank" ? "\n\n" : "\n");
      this.written.push(this.mark + block);
      this.mark = "";
      this.gap = "line";
    }
    if (gap === "blank" && this.mark === "") this.gap = "blank";
  }

  end(): string {
    this.boundary("line");
    return this.written.join("");
  }
}
