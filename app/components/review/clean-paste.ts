import { safeLink } from "~/domain/verdict/safe-link";

import { inertHtml, styleOf } from "./inert-html";
import { listsFromWord } from "./word-lists";

/** What is no part of the words that somebody copied: machinery, pictures that tell on the reader, what was deleted. */
const dropped = [
  "head, style, script, noscript, template, meta, link, title, xml",
  "img, picture, svg, canvas, video, audio, iframe, object, embed",
  "input, select, textarea, button",
  "del, s, strike",
  "[hidden]",
  ".MsoCommentReference, a[href^='#_msocom'], [id^='_com_']",
].join(", ");

/** Styles of what is not shown, or what Word writes for itself: signs of lists, and comments. */
const droppedStyles = ["mso-list:ignore", "mso-element:comment", "mso-hide:all", "display:none"];

/** Levels of headings that a rationale has for those of a page. */
const headings = { h1: "h2", h4: "h3", h5: "h3", h6: "h3" };

const keptAttributes = new Set(["href", "start", "colspan", "rowspan"]);

/**
 * The HTML of a clipboard as it is put into the rationale: words, bold and italic, headings, lists, quotes and safe
 * links. The editor's schema drops what it does not know, but keeps the words in it; so what is not meant to be read
 * goes here. What was copied in the editor itself is left as it is.
 */
export function cleanPaste(
  html: string,
  parse = (text: string): Document => new DOMParser().parseFromString(text, "text/html"),
): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = parse(inertHtml(html));
  listsFromWord(body);
  for (const node of body.querySelectorAll(dropped)) node.remove();
  for (const node of body.querySelectorAll("[data-style]")) applyStyle(node);
  for (const link of body.querySelectorAll("a")) {
    if (safeLink(link.getAttribute("href") ?? "") === null) unwrap(link);
  }
  for (const [known, wanted] of Object.entries(headings)) {
    for (const heading of body.querySelectorAll(known)) become(heading, wanted);
  }
  for (const paragraph of body.querySelectorAll("p")) {
    // Word writes a paragraph with nothing but a blank for every empty line.
    if (paragraph.textContent.trim() === "" && !paragraph.querySelector("br")) paragraph.remove();
  }
  for (const node of body.querySelectorAll("*")) {
    for (const name of node.getAttributeNames()) {
      if (!keptAttributes.has(name)) node.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/** Does what the style of an element says, as far as words can: to be none, a blank, bold, italic, or neither. */
function applyStyle(node: Element): void {
  const style = styleOf(node);
  if (droppedStyles.some((part) => style.includes(part))) return node.remove();
  if (style.includes("mso-spacerun:yes")) return node.replaceWith(" ");
  const name = node.tagName.toLowerCase();
  // Some editors put all that was copied into a bold element that is not bold.
  if (name === "b" && /(?:^|;)font-weight:(?:normal|400)/.test(style)) return unwrap(node);
  if (name !== "span") return;
  if (/(?:^|;)font-weight:(?:bold|[6-9]00)/.test(style)) wrapWordsOf(node, "strong");
  if (/(?:^|;)font-style:italic/.test(style)) wrapWordsOf(node, "em");
}

function wrapWordsOf(node: Element, name: string): void {
  const wrapping = node.ownerDocument.createElement(name);
  wrapping.append(...node.childNodes);
  node.append(wrapping);
}

function unwrap(node: Element): void {
  node.replaceWith(...node.childNodes);
}

function become(node: Element, name: string): void {
  const renamed = node.ownerDocument.createElement(name);
  renamed.append(...node.childNodes);
  node.replaceWith(renamed);
}
