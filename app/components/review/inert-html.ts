/**
 * The HTML with its styles and handlers under names that do nothing. The page's security policy refuses them anyhow, but
 * one by one and aloud, already while they are only parsed.
 */
export function inertHtml(html: string): string {
  const [before = "", ...rest] = html.split(/<style\b/i);
  const withoutSheets = rest.map((part) => {
    const end = /<\/style[^<>]*>/i.exec(part);
    return end ? part.slice(end.index + end[0].length) : "";
  });
  return [before, ...withoutSheets]
    .join("")
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/([\s"'/])(?=(?:style|on[a-z]+)\s*=)/gi, "$1data-"),
    );
}

/** The style of an element of such HTML, in one form, so that words of it can be looked for. */
export const styleOf = (node: Element): string =>
  (node.getAttribute("data-style") ?? "").replace(/\s/g, "").toLowerCase();
