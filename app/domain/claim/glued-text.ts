import { endsInAbbreviation, starters } from "./abbreviations";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

/** A date line, or place names and a dash, in front of the first sentence. */
const lead = new RegExp(
  `^(?:${weekday},? )?(?:${month} \\d{1,2},? \\d{4}|\\d{1,2} ${month} \\d{4})\\s+(?=\\p{Lu}\\p{L}+ )` +
    `|^(?:\\p{Lu}[\\p{L}.’'-]*(?:,? )){1,6}(?<=, [^,]{2,40})[-–—]{1,2}\\s+(?=\\p{Lu})`,
  "u",
);

/** Who made the picture, after what it shows. */
const credit = /(?<=\S)\s+(?=(?:Image|Photo|Photograph|Picture|Credit|File photo|Video):\s)/g;

/** Somebody is cut off, and somebody or something else begins. */
const cutOff =
  /\s(?:—|–|--)\s+(?=(?:This|That|That['’]s|It|It['’]s|Do|Did|Yes|No|Oh|So|What|We|He|She|They|You|Well|Now|Although|See|But)\s)/gu;

const opener = /\s(?=(\p{Lu}\p{L}*)\s+\p{Ll})/gu;
/** Small words that names end in: "Air Force One", "Hepatitis A". */
const endsNames = new Set(["i", "one", "a", "some", "many", "no", "not"]);
const finished = /[.!?…]["'”’)]*$/;

/**
 * Where, inside what looks like one sentence, another begins: after a date line or a heading glued to the text, before
 * a picture's credit, after a dash where speech breaks off. Places where the later part begins, in order.
 */
export function gluedBreaks(sentence: string, isFirst: boolean): number[] {
  const head = sentence.slice(0, 300);
  const breaks = new Set<number>();
  if (isFirst) {
    const found = lead.exec(head);
    if (found) breaks.add(found[0].length);
    const heading = headingEnd(sentence, head);
    if (heading > 0) breaks.add(heading);
  }
  const seen = sentence.slice(0, 2000);
  for (const match of seen.matchAll(credit)) breaks.add(match.index + match[0].length);
  for (const match of seen.matchAll(cutOff)) breaks.add(match.index + match[0].length);
  return [...breaks].sort((a, b) => a - b);
}

/** "Regina Ip In the Hong Kong constituency, ...": a heading runs up to a small word with a capital. */
function headingEnd(sentence: string, head: string): number {
  if (!finished.test(sentence.slice(-8).trimEnd())) return 0;
  for (const match of head.matchAll(opener)) {
    const at = match.index;
    const heading = head.slice(0, at);
    const words = heading.split(/\s+/);
    if (words.length > 12 || /[.!?:;,"“”()]/.test(heading)) return 0;
    const word = (match[1] ?? "").toLowerCase();
    const last = words.at(-1) ?? "";
    const complete = words.length >= 2 && !starters.has(last.toLowerCase()) && !/^of$/i.test(last);
    const rest = sentence.slice(at).split(/\s+/, 9).length;
    if (starters.has(word) && !endsNames.has(word) && complete && rest >= 8)
      return at + match[0].length;
  }
  return 0;
}

/** A note's number or a mark of omission that stands after a sentence and belongs to it: "[17]", "[...]". */
export const noteAfter = /^(?:\s*\[(?:\d{1,3}|\.{3}|…)\])+(?=\s|$)/;

/** Words run together over a full stop, as where a space was lost: "Hello world.The", "behind him.’Meanwhile". */
const lostSpace = /(?<=(\p{L}*\p{Ll}{3}[.!?])["”’]?)(?=[“‘]?(\p{Lu}\p{Ll}*)[\s,])/gu;
/** What stands behind the full stop of an address. */
const endsAddresses = /^(?:Com|Org|Net|Gov|Edu|Co|Uk|Io|Js|Tv)$/;

/** Where, inside what looks like one sentence, the next begins without a space before it. */
export function lostSpaces(sentence: string): number[] {
  return [...sentence.matchAll(lostSpace)]
    .filter(
      ([, before = "", next = ""]) =>
        !endsAddresses.test(next) && !endsInAbbreviation(before, next),
    )
    .map(({ index }) => index);
}
