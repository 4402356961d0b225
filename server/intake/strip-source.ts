/** The source of a page without what is never text, and the structured data that stood in it. */
export interface StrippedSource {
  html: string;
  /** The contents of `application/ld+json` scripts, as they stood. */
  jsonLd: string[];
}

const dropped = ["script", "style", "svg", "template", "noscript", "iframe", "textarea", "select"];
const opening = new RegExp(`<!--|<(${dropped.join("|")})(?=[\\s/>])`, "gi");
const mostJsonLd = 20;
const longestJsonLd = 300_000;

/**
 * Takes scripts, styles, comments and the like out of a page before it is parsed, because they are most of its bytes
 * and nearly all of what makes parsing dear. One pass over the source, whatever it holds.
 */
export function stripSource(source: string): StrippedSource {
  const kept: string[] = [];
  const jsonLd: string[] = [];
  // An end tag that is missing once is missing for good, and is not looked for again.
  const unclosed = new Set<string>();
  let from = 0;
  for (const found of source.matchAll(opening)) {
    if (found.index < from) continue;
    const name = found[1]?.toLowerCase() ?? "!--";
    if (unclosed.has(name)) continue;
    const end = endOf(source, name, found.index + found[0].length);
    if (end === null) {
      unclosed.add(name);
      continue;
    }
    kept.push(source.slice(from, found.index));
    if (name === "script" && jsonLd.length < mostJsonLd) {
      const data = jsonLdIn(source.slice(found.index, end.start));
      if (data !== null) jsonLd.push(data);
    }
    from = end.after;
  }
  kept.push(source.slice(from));
  // A space, so that what stood on both sides does not join into a new tag.
  return { html: kept.join(" "), jsonLd };
}

function endOf(
  source: string,
  name: string,
  from: number,
): { start: number; after: number } | null {
  // Lower-casing the source instead would move everything after a letter such as İ, which becomes two.
  const closing = name === "!--" ? /-->/g : new RegExp(`</${name}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  const start = closing.exec(source)?.index;
  if (start === undefined) return null;
  const close = source.indexOf(">", start);
  return { start, after: close === -1 ? source.length : close + 1 };
}

function jsonLdIn(script: string): string | null {
  if (script.length > longestJsonLd) return null;
  const [, tag, content] = /^<script([^>]*)>([^]*)$/i.exec(script) ?? [];
  if (tag === undefined || content === undefined || !/application\/ld\+json/i.test(tag))
    return null;
  return content;
}
