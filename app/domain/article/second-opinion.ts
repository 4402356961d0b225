import { isCaption } from "~/domain/claim/captions";
import { isAppeal, isCrossLink } from "~/domain/claim/furniture";

/** A line of an article as one reader of the page found it. */
export interface ReadLine {
  text: string;
  /** Which share of its letters is in links, from 0 to 1. */
  linked: number;
}

const gram = 4;
/** A line is confirmed when the second reader has at least this share of its runs of four words. */
const confirmedFrom = 0.5;
/** A second reading that confirms less than this of the first is of something else, and has no vote. */
const leastShared = 0.2;
/** A paragraph of prose this long between two confirmed lines was cut out, and stays. */
const longProse = 100;
const mostLinked = 0.3;
/** More prose than this share of the whole behind the last confirmed line: the second reader stopped early. */
const stoppedEarly = 0.4;

/**
 * Which lines of a first reading stay when a second one is asked: those whose words it has too. It can take away what
 * stands around an article, never add. Where it was cut short, or found something else, the first reading stands.
 */
export function withSecondOpinion(lines: readonly ReadLine[], second: string): boolean[] {
  const known = knownRuns(second);
  const confirmed = lines.map(({ text }) => confirms(known, text));
  const size = (keep: (index: number) => boolean) =>
    lines.reduce((sum, { text }, index) => sum + (keep(index) ? text.length : 0), 0);
  const whole = size(() => true);
  if (size((index) => confirmed[index] === true) < whole * leastShared)
    return lines.map(() => true);
  const first = confirmed.indexOf(true);
  const last = confirmed.lastIndexOf(true);
  const tail = (index: number) => index > last && isProse(lines[index]);
  const cutShort = size(tail) >= whole * stoppedEarly;
  return lines.map((line, index) => {
    if (confirmed[index] === true) return true;
    if (index > first && index < last) return isProse(line);
    return cutShort && tail(index);
  });
}

/** A paragraph of the article, as far as its look and wording tell: no caption, no invitation to read on. */
function isProse(line: ReadLine | undefined): boolean {
  if (line === undefined || line.text.length < longProse || line.linked >= mostLinked) return false;
  const { text } = line;
  if (!/[.!?…。！？]["”’»)\]]*$/u.test(text)) return false;
  return !isCaption(text, true) && !isCrossLink(text) && !isAppeal(text);
}

interface Runs {
  grams: Set<string>;
  /** All words, each between two spaces. */
  words: string;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

function knownRuns(text: string): Runs {
  const words = wordsOf(text);
  return { grams: new Set(runsOf(words)), words: ` ${words.join(" ")} ` };
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(gram - 1).map((_, index) => words.slice(index, index + gram).join(" "));
}

function confirms(known: Runs, text: string): boolean {
  // The number of an item was given by the first reader.
  const words = wordsOf(text.replace(/^\d+\. /, ""));
  if (words.length === 0) return false;
  if (words.length < gram) return known.words.includes(` ${words.join(" ")} `);
  const runs = runsOf(words);
  return runs.filter((run) => known.grams.has(run)).length >= runs.length * confirmedFrom;
}
