/** The values before a Markdown text, by lower-case name, and the text after them. */
export interface FrontMatter {
  values: Map<string, string>;
  body: string;
}

const mostLines = 200;
const longestLine = 1000;

/**
 * Splits off front matter between `---` or `+++` lines. Understands single values and lists of them, as static site
 * generators write titles, authors and dates; anything more is passed over. A text without front matter is all body.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const fence = lines[0]?.trim();
  const values = new Map<string, string>();
  if (fence !== "---" && fence !== "+++") return { values, body: text };
  const end = lines.slice(1, mostLines).findIndex((line) => line.trim() === fence);
  if (end === -1) return { values, body: text };
  let list: string | null = null;
  for (const whole of lines.slice(1, end + 1)) {
    const line = whole.slice(0, longestLine);
    const item = /^\s*-\s/.test(line) ? line.slice(line.indexOf("-") + 1).trim() : undefined;
    if (item !== undefined && list !== null) {
      const before = values.get(list);
      values.set(list, before ? `${before}, ${plain(item)}` : plain(item));
      continue;
    }
    const [, key, value] = /^([\w-]{1,40})\s*[:=](.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    list = key.toLowerCase();
    values.set(list, plain(value));
  }
  return { values, body: lines.slice(end + 2).join("\n") };
}

function plain(value: string): string {
  const text = value.trim();
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  if (inner !== undefined) return inner.split(",").map(plain).join(", ");
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text.replace(/\s+#.*$/, "");
}
