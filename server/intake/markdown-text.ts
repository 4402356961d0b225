const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/**
 * Markdown as a reader would see it, in plain text: headings and quotations without their signs, links by their words,
 * emphasis dropped, list items kept as lines. Code blocks stay as they are. Every pattern works within one line and
 * stops at the next sign of its kind, so that no text takes more than one pass.
 */
export function markdownText(markdown: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split("\n")) {
    const opened = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (opened?.startsWith(fence)) fence = null;
      else lines.push(line);
    } else if (opened !== null) {
      fence = opened;
    } else if (isTextLine(line)) {
      lines.push(inlineText(blockStart(line)));
    }
  }
  return lines.join("\n");
}

/** False for underlines of headings, rules, rows that divide tables and definitions of links: they say nothing. */
function isTextLine(line: string): boolean {
  const text = line.trim();
  if (/^(?:=+|-{2,}|(?:\* ?){3,}|(?:_ ?){3,}|(?:- ?){3,})$/.test(text)) return false;
  if (/^[\s:|-]+$/.test(text) && text.includes("--")) return false;
  return !/^\[(?!\^)[^\]]{1,200}\]:\s/.test(text);
}

function blockStart(line: string): string {
  return line
    .replace(/^(?:\s{0,3}>\s?)+/, "")
    .replace(/^\s{0,3}#{1,6}\s+/, "")
    .replace(/^(\s*)[*+-]\s+(?:\[[ xX]\]\s+)?/, "$1- ");
}

function inlineText(line: string): string {
  return line
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g, "")
    .replace(/\[\^[^[\]]{1,50}\]:?/g, "")
    .replace(/\[([^[\]]+)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/g, "$1")
    .replace(/<((?:https?|mailto):[^<>\s]*)>/gi, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/`+([^`]+)`+/g, "$1")
    .replace(/(?<![\\*\w])\*(?![\s*])([^*]+)(?<![\s\\*])\*(?![*\w])/g, "$1")
    .replace(/(?<!\\)\*\*([^*]+)(?<!\\)\*\*/g, "$1")
    .replace(/(?<![\\_\w])__(?![\s_])([^_]+)(?<![\s\\_])__(?![_\w])/g, "$1")
    .replace(/(?<![\\_\w])_(?![\s_])([^_]+)(?<![\s\\_])_(?![_\w])/g, "$1")
    .replace(/~~([^~]+)~~/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}
