import type { Span } from "./span";
import { trimSpan } from "./span";
import { sayingForms } from "./reporting-verbs";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const firstWindow = 4096;

/**
 * Cuts one paragraph into sentences: the Unicode rules first, then ours for what news prose does to them
 * (abbreviations, initials, quotations that end in the middle of a sentence).
 */
export function cutSentences(text: string, paragraph: Span): Span[] {
  // Line breaks inside a paragraph come from wrapping; as spaces of the same length they keep all offsets.
  const words = text.slice(paragraph.start, paragraph.end).replace(/[\n\r\u2028\u2029]/g, " ");
  const cut: Span[] = [];
  for (const piece of segments(words)) {
    const last = cut.at(-1);
    if (last && belongTogether(words, last, piece)) last.end = piece.end;
    else cut.push(piece);
  }
  return cut
    .map((span) =>
      trimSpan(text, { start: paragraph.start + span.start, end: paragraph.start + span.end }),
    )
    .filter((span) => span.end > span.start);
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

const titles =
  "mr mrs ms dr prof gen lt col sgt capt cmdr maj adm sen rep gov pres rev hon fr st sr messrs supt insp det cpl pvt amb atty";
const others =
  "vs no nos art sec fig pp p vol ch ca cf eg e.g i.e approx est mt ft dept al op tel ext min max";
const months = "jan feb mar apr jun jul aug sep sept oct nov dec";
const list = (words: string) => new Set(words.split(" "));
const beforeName = list(titles);
const beforeNumber = list(`${others} ${months}`);
const beforeAny = list("vs e.g i.e cf eg al viz");
const starters = list(
  "the a an he she it they we i you in on at but and this that these those there as if when while after before however his her their its our for from by with to who what where why how one some many most no not",
);

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
  if (/^[\p{Ll},;]/u.test(after) && /[\p{STerm}…]["'’”»)\]]*$/u.test(before)) return true;
  if (/["'’”»]$/.test(before) && spokenBy.test(after)) return true;
  return /\.$/.test(before) && endsInAbbreviation(before, after);
}

function endsInAbbreviation(before: string, after: string): boolean {
  const word = /(?:^|[\s(“"‘'[–—-])([\p{L}][\p{L}.]*)\.$/u.exec(before)?.[1] ?? "";
  if (word === "") return false;
  const lower = word.toLowerCase();
  if (beforeAny.has(lower)) return true;
  if (/^["“‘']?\p{N}/u.test(after)) return beforeNumber.has(lower);
  if (beforeName.has(lower) && /^\p{Lu}/u.test(word)) return /^\p{Lu}/u.test(after);
  const next = /^[\p{L}’']+/u.exec(after)?.[0].toLowerCase() ?? "";
  if (/^\p{Lu}$/u.test(word)) return word !== "I" && next !== "" && !starters.has(next);
  return /^\p{L}(?:\.\p{L})+$/u.test(word) && next !== "" && !starters.has(next);
}
