/** When and where, in lines of their own and before first sentences. Every test is given one trimmed line. */

const month =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\\.?";
const dateWords = new RegExp(
  `^(?:(?:last )?(?:published|updated|posted|modified|first published|date)(?: on| at)?:?\\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?,?\\s+)?` +
    `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month},?\\s+\\d{4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d+ (?:minutes?|hours?|days?|weeks?) ago)\\b(?:[^.!?]|[ap]\\.m\\.){0,60}$`,
  "i",
);
const readingTime = /^\d+[\s-]*min(?:ute)?s?(?:\s+read)?$/i;

/** A line that only says when: "Monday, 5 February 2024 14:32 GMT", "Updated 3 hours ago". */
export const isDateline = (line: string): boolean =>
  line.length <= 120 && (dateWords.test(line) || readingTime.test(line));

const inlineDateline =
  /^(?:\((?:Reuters|AP|AFP|CNN|dpa|ANSA|TASS|UPI|PTI|Xinhua|EFE)\)\s*|\p{Lu}{3,}[\p{Lu}\s.,/’'-]{0,40}(?:,\s*\p{Lu}[\p{L}.]{1,20}(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?(?:\/\p{Lu}{3,}[\p{Lu} .’'-]{0,24}(?:,\s*\p{Lu}[\p{L}.]{1,20})?)?\s*(?:\((?:[^()\n]{2,30})\)\s*)?|\p{Lu}[\p{L}’'-]+(?:[\s,]+\p{Lu}?[\p{L}\d.’'-]+){0,5}\s*\((?:Reuters|AP|AFP|dpa|ANSA|TASS|UPI|PTI|Xinhua|EFE)\)\s*)\s?[–—-]{1,2}\s+/u;

/** "(CNN)A judge has ordered": the agency without a dash. */
const agencyAlone = /^\((?:Reuters|AP|AFP|CNN|UPI)\)\s?(?=["“‘]?\p{Lu})/u;

/** "Manila, Philippines – Tens of thousands": a place in its country, and a dash with spaces. */
const placeInCountry =
  /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}, \p{Lu}[\p{L}’'.-]+(?: (?:and |of )?\p{Lu}[\p{L}’'.-]+){0,2}\s[–—-]{1,2}\s+(?=["“‘]?[\p{Lu}\d])/u;

/** "OSLO, MARCH 3The storm": in capitals, and run into the text. */
const gluedDate =
  /^\p{Lu}{3,}[\p{Lu} ,.’'-]{0,40}, (?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.? \d{1,2}[.:]?\s?(?=\p{Lu}\p{Ll})/u;

/** "By Harbour Post News Desk: The storm" */
const inlineByline = /^By (?:\p{Lu}[\p{L}’'.-]* ){1,5}\p{Lu}[\p{L}’'.-]*:\s+(?=\p{Lu})/u;

/** How long the place and agency before a first sentence are, as in "KYIV, Feb 5 (Reuters) - "; 0 without them. */
export function inlineDatelineLength(line: string): number {
  const head = line.slice(0, 120);
  const found =
    inlineDateline.exec(head) ??
    agencyAlone.exec(head) ??
    placeInCountry.exec(head) ??
    gluedDate.exec(head) ??
    inlineByline.exec(head);
  return found?.[0].length ?? 0;
}

/** Any initials may be an agency's there, with or without its address: "(HNA)", "(HNA)(www.hna.example)". */
const agencyTag =
  /\s\((?:[A-Z]{2,6}|Reuters|dpa|Xinhua|Bernama)\)(?:\s?\((?:https?:\/\/|www\.)[^()\s]{3,60}\))?$/;

/** Where "(AP)" behind the last sentence of a paragraph begins: whose text it is; -1 without it. */
export function agencyTagAt(line: string): number {
  const tailStart = Math.max(0, line.length - 90);
  const found = agencyTag.exec(line.slice(tailStart));
  return found && /[.!?]["”’']?$/.test(line.slice(0, tailStart + found.index))
    ? tailStart + found.index + 1
    : -1;
}

const openingPlace = /^\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}(?::| [—–])\s+(?=["“‘]?\p{Lu})/u;

/** How long "Hyderabad: " or "Hyderabad — " is; 0 without it. Only at the head of a story is it a place and not a speaker. */
export const openingPlaceLength = (line: string): number =>
  openingPlace.exec(line.slice(0, 120))?.[0].length ?? 0;
