const stride = 256;

/** Translates between UTF-16 code units, which JavaScript counts in, and code points, which anchors count in. */
export interface CodePoints {
  /** How many code points the text has; a lone surrogate is one. */
  length: number;
  /** Code points that begin before this code unit. */
  at(unit: number): number;
  /** The code unit where this code point begins; the end of the text for anything beyond. */
  unit(codePoint: number): number;
}

/** Indexes a text once, so that every lookup afterwards is quick however long the text is. */
export function indexCodePoints(text: string): CodePoints {
  if (!/[\uD800-\uDFFF]/.test(text)) {
    const clamp = (n: number) => Math.max(0, Math.min(n, text.length));
    return { length: text.length, at: clamp, unit: clamp };
  }
  const marks = new Uint32Array(Math.floor(text.length / stride) + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    if (unit % stride === 0) marks[unit / stride] = count;
    if (beginsCodePoint(text, unit)) count += 1;
  }
  if (text.length % stride === 0) marks[text.length / stride] = count;
  const length = count;

  const at = (unit: number): number => {
    const end = Math.max(0, Math.min(unit, text.length));
    const mark = Math.floor(end / stride);
    let found = marks[mark] ?? 0;
    for (let i = mark * stride; i < end; i += 1) if (beginsCodePoint(text, i)) found += 1;
    return found;
  };
  const unit = (codePoint: number): number => {
    if (codePoint >= length) return text.length;
    let low = 0;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((marks[middle] ?? 0) <= codePoint) low = middle;
      else high = middle - 1;
    }
    let found = marks[low] ?? 0;
    let i = low * stride;
    for (; i < text.length; i += 1) {
      if (!beginsCodePoint(text, i)) continue;
      if (found === codePoint) break;
      found += 1;
    }
    return i;
  };
  return { length, at, unit };
}

function beginsCodePoint(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  if (code < 0xdc00 || code > 0xdfff || unit === 0) return true;
  const before = text.charCodeAt(unit - 1);
  return before < 0xd800 || before > 0xdbff;
}
