import { cleanText } from "./clean-text";

/** What is read of a node of a parsed document, in a browser as on a server. */
interface RichNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<RichNode>;
}

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
const unseen = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE IFRAME OBJECT SVG".split(" "));

/** The words of a piece of rich text: its headings and paragraphs apart, its links as their words, nothing else. */
export function richText(root: RichNode): string {
  let text = "";
  const end = () => {
    text = `${text.trimEnd()}\n\n`;
  };
  const read = (node: RichNode) => {
    if (node.nodeType === 3) text += (node.nodeValue ?? "").replace(/\s+/g, " ");
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3 || unseen.has(name)) return;
    if (name === "BR") text += "\n";
    if (name === "TD" || name === "TH") text += " ";
    if (blocks.has(name)) end();
    for (const child of node.childNodes) read(child);
    if (blocks.has(name)) end();
  };
  read(root);
  return cleanText(text.replace(/[ \t]+\n/g, "\n").replace(/\n[ \t]+/g, "\n"));
}
