import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  RootContent,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

import type { RichText, RichTextBlock, TextRun } from "../verdict/rich-text";
import { safeLink } from "../verdict/safe-link";

type Marks = Omit<TextRun, "text">;
type Block = RootContent | BlockContent | DefinitionContent;

/** How deep quotations and lists are read into each other; what stands deeper is read as paragraphs. */
const deepest = 6;

/**
 * The text of a page as data: Markdown's paragraphs, headings, quotations, lists, bold, italic and links, and nothing else.
 * HTML stays the characters that were typed. A link to a page of this site may begin with a slash.
 */
export function readPageText(text: string, publicUrl: string): RichText {
  return fromMarkdown(text).children.flatMap((node) => blocksOf(node, { publicUrl, depth: 0 }));
}

interface Reading {
  publicUrl: string;
  depth: number;
}

function blocksOf(node: Block, at: Reading): RichTextBlock[] {
  switch (node.type) {
    case "paragraph":
      return paragraph(runsOf(node.children, {}, at));
    case "heading":
      return [
        { type: "heading", level: node.depth <= 2 ? 2 : 3, runs: runsOf(node.children, {}, at) },
      ];
    case "blockquote": {
      const blocks = within(node.children, at);
      return at.depth < deepest ? [{ type: "quote", blocks }] : blocks;
    }
    case "list": {
      const items = node.children.map((item: ListItem) => within(item.children, at));
      return at.depth < deepest
        ? [{ type: "list", ordered: node.ordered === true, items }]
        : items.flat();
    }
    case "html":
    case "code":
      return paragraph([{ text: node.value }]);
    default:
      return [];
  }
}

const within = (children: readonly Block[], at: Reading): RichTextBlock[] =>
  children.flatMap((child) => blocksOf(child, { ...at, depth: at.depth + 1 }));

const paragraph = (runs: TextRun[]): RichTextBlock[] =>
  runs.length === 0 ? [] : [{ type: "paragraph", runs }];

function runsOf(nodes: readonly PhrasingContent[], marks: Marks, at: Reading): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case "text":
      case "inlineCode":
      case "html":
        return node.value === "" ? [] : [{ text: node.value, ...marks }];
      case "break":
        return [{ text: "\n", ...marks }];
      case "strong":
        return runsOf(node.children, { ...marks, bold: true }, at);
      case "emphasis":
        return runsOf(node.children, { ...marks, italic: true }, at);
      case "link": {
        const href = addressOf(node.url, at.publicUrl);
        return runsOf(node.children, href === null ? marks : { ...marks, href }, at);
      }
      case "image":
        return node.alt ? [{ text: node.alt, ...marks }] : [];
      default:
        return "children" in node ? runsOf(node.children, marks, at) : [];
    }
  });
}

/** Of an address on this site the whole; null for what is no link to a page. */
const addressOf = (url: string, publicUrl: string): string | null =>
  safeLink(/^\/(?![/\\])/.test(url) ? `${publicUrl}${url}` : url);
