/** A word or mark of a sentence as the model sees it. */
export interface Term {
  /** Lower case; numbers and years by kind, so that what is learned of one year holds for the next. */
  word: string;
  /** What is left when only the kind of word counts: "the", "+ed", "Name", "0%". */
  shape: string;
}

/** Beyond this many characters a sentence is no longer read; spoken and printed sentences are far shorter. */
export const longestRead = 1200;

const term = /\p{L}[\p{L}\p{M}]*(?:['’.-]\p{L}+)*|\d[\d.,]*\d|\d|[?!%$€£:;,"“”()-]/gu;

/** Cuts a sentence for the model. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [found] of text.slice(0, longestRead).matchAll(term)) {
    const word = wordOf(found);
    terms.push({ word, shape: shapeOf(found, word, terms.length === 0) });
  }
  return terms;
}

function wordOf(found: string): string {
  if (/^\d/.test(found)) return /^(?:1[6-9]|20)\d\d$/.test(found) ? "#year" : numberKind(found);
  return found.toLowerCase().replace(/’/g, "'").replace(/[“”]/g, '"');
}

function numberKind(found: string): string {
  const digits = found.replace(/\D/g, "").length;
  return found.includes(".") ? "#dec" : digits > 3 ? "#big" : digits > 1 ? "#num" : "#one";
}

const closed = new Set(
  "the a an this that these those some any no every each all both many few more most much less least another other such same own i you he she it we they me him her us them my your his its our their mine ours who whom whose which what where when why how of in on at by for from with to into about over under between among against during without within through across per than as like since until after before because if unless while although though whether and but or nor yet so not n't never only just also even still already again now then here there up down out off is are was were am be been being has have had having do does did done doing will would can could may might shall should must 'll 've 're 'd let's don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't haven't hasn't hadn't i'm i've i'd i'll we're we've we'll you're you've they're they've it's that's there's he's she's what's who's one two three four five six seven eight nine ten hundred thousand million billion trillion percent first second third last next year years month months week day days today ago time times people well yes no said say says think believe know want need going go got get make made take came come went give gave voted vote increase increased cut cuts raised raise lost lose created create spent spend".split(
    " ",
  ),
);

function shapeOf(found: string, word: string, opens: boolean): string {
  if (word.startsWith("#") || /^[^\p{L}]/u.test(found) || closed.has(word)) return word;
  if (/^\p{Lu}/u.test(found) && !opens) return /^\p{Lu}+$/u.test(found) ? "^NAME" : "^Name";
  const ending =
    /(?:ing|ed|ly|tion|ment|ness|ity|ism|ist|er|est|al|ive|ous|able|ful|less|ies|es|s|ant|ent|ance|ence|ize|ise|en|y)$/.exec(
      word.replace(/'s$/, ""),
    )?.[0] ?? "";
  return `+${ending}`;
}
