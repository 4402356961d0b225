import { endsInAbbreviation } from "./abbreviations";
import { gluedBreaks, lostSpaces, noteAfter } from "./glued-text";
import { sayingForms } from "./reporting-verbs";
import type { Span } from "./span";
import { trimSpan } from "./span";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const firstWindow = 4096;

/**
 * Cuts one paragraph into sentences: the Unicode rules first, then ours for what news prose does to them
 * (abbreviations, initials, quotations that end in the middle of a sentence).
 */
export function cutSentences(text: string, paragraph: Span): Span[] {
  // Line breaks inside a paragraph come from wrapping; as spaces of the same length they keep all offsets.
  const words = text.slice(paragraph.start, paragraph.end).replace(/[\n\r\u2028\u2029]/g, " ");
  const joined: Span[] = [];
  for (const piece of segments(words)) {
    const last = joined.at(-1);
    if (last) {
      const note = noteAfter.exec(words.slice(piece.start, piece.start + 40))?.[0].length ?? 0;
      last.end += note;
      piece.start += note;
    }
    if (last && belongTogether(words, last, piece)) last.end = piece.end;
    else joined.push(piece);
  }
  return joined
    .flatMap((span, i) => cutGlued(words, span, i === 0))
    .map((span) =>
      trimSpan(text, { start: paragraph.start + span.start, end: paragraph.start + span.end }),
    )
    .filter((span) => span.end > span.start);
}

function cutGlued(words: string, span: Span, isFirst: boolean): Span[] {
  const sentence = words.slice(span.start, span.end);
  const places = new Set([...gluedBreaks(sentence, isFirst), ...lostSpaces(sentence)]);
  const starts = [0, ...places].sort((a, b) => a - b);
  return starts.map((start, i) => ({
    start: span.start + start,
    end: span.start + (starts[i + 1] ?? sentence.length),
  }));
}

/** The segmenter takes quadratic time on a long text, so it sees a window that moves from sentence to sentence. */
function* segments(words: string): Generator<Span> {
  let start = 0;
  let window = firstWindow;
  while (start < words.length) {
    const seen = words.slice(start, start + window);
    const isRest = start + seen.length >= words.length;
    const found = [...segmenter.segment(seen)].map((part) => ({
      start: start + part.index,
      end: start + part.index + part.segment.length,
    }));
    const sure = isRest ? found : found.slice(0, -1);
    if (sure.length === 0 && !isRest) {
      window *= 2;
      continue;
    }
    yield* sure;
    start = sure.at(-1)?.end ?? words.length;
    window = firstWindow;
  }
}

const saying = sayingForms.join("|");
const spokenBy = new RegExp(
  `^(?:(?:\\p{Lu}[\\p{L}’'.-]*|the|an?|his|her)\\s+){1,5}(?:later |also |then )?(?:${saying})\\b|^(?:${saying})\\s+\\p{Lu}`,
  "u",
);

function belongTogether(words: string, left: Span, right: Span): boolean {
  const before = words.slice(Math.max(left.start, left.end - 60), left.end).trimEnd();
  const after = words.slice(right.start, Math.min(right.end, right.start + 80)).trimStart();
  if (after === "" || before === "") return true;
  if (/^[\p{Pe}\p{Pf}"'’”\s.,;!?]+$/u.test(after)) return true;
  // Who writes no capitals at all still ends sentences; after a quotation the sentence goes on.
  const noCapitals =
    /^\p{Ll}/u.test(words.slice(left.start, left.start + 2)) && /\p{L}[?!]$/u.test(before);
  if (noCapitals && /^\p{Ll}/u.test(after)) return false;
  if (/^[\p{Ll},;]/u.test(after) && /[\p{STerm}…]["'’”»)\]]*$/u.test(before)) return true;
  // After a full stop inside the quotation a new sentence begins; there "he said" would follow a comma.
  if (/[?!…—-]["'’”»]$/.test(before) && spokenBy.test(after)) return true;
  if (isEnumerator(words.slice(left.start, left.end).trim())) return true;
  return /\.$/.test(before) && endsInAbbreviation(before, after);
}

/** "1." or "(b)." before the item it counts. */
const isEnumerator = (words: string): boolean =>
  words.length <= 5 && /^[•⁃*-]?\s?\(?(?:\d{1,2}|\p{Ll})\)?\.$/u.test(words);
