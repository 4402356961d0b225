/** A word, a number, or a sign that belongs to a number, ready to be compared. */
export interface Word {
  text: string;
  /** Lower case, straight apostrophes, no possessive ending; thousands without commas. */
  key: string;
  /** Has a capital letter anywhere: "Rome", "iPhone", "M5S". */
  capital: boolean;
  /** Nothing but a space or a hyphen parts it from the word before. */
  joined: boolean;
  /** Begins the text or a sentence or quotation in it. */
  first: boolean;
}

const pattern = /per\s?cent\b|[%\p{Sc}]|[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/giu;
const plainGap = /^[\s‐‑–-]*$/u;
const abbreviationGap = /^\.[\s]+$/u;

/** Cuts a text into words. Hyphens part words, so that "Saint-Denis" is two that are joined. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  let possessive = false;
  for (const found of text.normalize("NFC").matchAll(pattern)) {
    const [raw] = found;
    const gap = found.input.slice(end, found.index);
    const before = words.at(-1);
    const abbreviated =
      before?.capital === true && before.text.length <= 3 && abbreviationGap.test(gap);
    words.push({
      text: raw,
      key: keyOf(raw),
      capital: /[\p{Lu}\p{Lt}]/u.test(raw),
      joined: before !== undefined && !possessive && (plainGap.test(gap) || abbreviated),
      first: before === undefined || (/[.!?:"“‘«]/u.test(gap) && !abbreviated),
    });
    possessive = /['’]s$/iu.test(raw);
    end = found.index + raw.length;
  }
  return words;
}

function keyOf(raw: string): string {
  if (/^per\s?cent$/i.test(raw)) return "%";
  return raw
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/'s$/u, "")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "");
}

/** The words of one or more texts, to ask whether others stand in them in the same order. */
export interface SourceWords {
  /** Whether these words stand next to each other, in whatever case. */
  has(words: readonly Word[]): boolean;
  /** The same, where what is capitalised must be capitalised there too. */
  hasCapitalised(words: readonly Word[]): boolean;
}

/** Indexes the texts that a statement may take its names and numbers from. */
export function sourceWords(...texts: readonly string[]): SourceWords {
  const words = texts.map(wordsOf);
  const any = words.map((each) => chain(each, (word) => word.key)).join("|");
  const cased = words.map((each) => chain(each, capitalKey)).join("|");
  return {
    has: (asked) => any.includes(` ${asked.map((word) => word.key).join(" ")} `),
    hasCapitalised: (asked) => cased.includes(` ${asked.map(capitalKey).join(" ")} `),
  };
}

const capitalKey = (word: Word): string => (word.capital ? `^${word.key}` : word.key);

/** Words in a row with a bar wherever a comma, a full stop or the like parts two of them. */
function chain(words: readonly Word[], key: (word: Word) => string): string {
  const parts = words.map((word) => `${word.joined ? "" : "| "}${key(word)} `);
  return ` ${parts.join("")}`;
}
