import { parseHTML } from "linkedom";

import { fail, ok, type Result } from "~/domain/result";

import { tooComplex, type ReadProblem } from "./problem";

// Measured: at these limits the worst page keeps the process busy for about two seconds, an ordinary one for 0.05.
const longestSource = 2_000_000;
const mostTags = 25_000;
// Each of these signs can become a node of its own, and is written out longer whenever the page is copied.
const mostSigns = 150_000;
const longestText = 600_000;
const deepest = 200;
const mostAttributes = 200;
const longestAttribute = 2_000;

/**
 * The document in a source without scripts. Refuses what would take the parser or its readers more time or stack than
 * an article ever needs; the number of tags is counted before parsing, the depth by a walk that does not recurse.
 */
export function parsePage(html: string): Result<Document, ReadProblem> {
  if (html.length > longestSource) return fail(tooComplex);
  if (count(html, /<[a-z]/gi) > mostTags || count(html, /[<>&]/g) > mostSigns)
    return fail(tooComplex);
  const { document } = parseHTML(withBody(html.replaceAll("\u00a0", " ")));
  if (!isShallow(document)) return fail(tooComplex);
  if ((document.body.textContent ?? "").length > longestText) return fail(tooComplex);
  for (const title of document.querySelectorAll("title")) {
    title.textContent = (title.textContent ?? "").slice(0, longestAttribute);
  }
  return ok(document);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The page with the tags around its content that its author left to the browser: the parser adds none. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html) && /<html[\s>]/i.test(html)) return html;
  const root = /<html[^<>]*>/i.exec(html)?.[0] ?? "<html>";
  const content = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, " ");
  return `<!doctype html>${root}<body>${content}</body></html>`;
}

function isShallow(document: Document): boolean {
  let node: Node | null = document.documentElement;
  let depth = 1;
  while (node !== null) {
    if (depth > deepest) return false;
    if (isElement(node) && !trimAttributes(node)) return false;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return true;
}

/** Cuts what no reader of articles needs whole, such as pictures inside an address. False when there is too much. */
function trimAttributes(element: Element): boolean {
  const names = element.getAttributeNames();
  if (names.length > mostAttributes) return false;
  for (const name of names) {
    const value = element.getAttribute(name) ?? "";
    if (value.length > longestAttribute) {
      element.setAttribute(name, value.slice(0, longestAttribute));
    }
  }
  return true;
}

/** What `read` gives, or `tooComplex` when the parser or a reader of its trees runs out of stack in between. */
export function withinStack<T>(read: () => Result<T, ReadProblem>): Result<T, ReadProblem> {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return fail(tooComplex);
    throw error;
  }
}

/** Whether a node is an element. The DOM's own classes are not there to ask on the server. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
