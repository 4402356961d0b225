/** Who wrote a text, in lines of their own. Every test is given one trimmed line. */

const byline =
  /^(?:By|BY|Words by|Written by|Reported by|Text by|Author:)\s+\p{Lu}[\p{L}’'.-]*(?:\s+[\p{L}’'.&-]+){0,9}(?:\s*[,|•·–-]\s*[^.!?]{0,60})?$/u;
const deskLine =
  /^\(?(?:additional |with )?(?:reporting|editing|writing|translation|edited|compiled|research) by\s/i;
const credits =
  /^.{2,120}\b(?:(?:reported|wrote|adapted|edited) (?:on )?this (?:story|report|article)\b|(?:was|were) the editors?\.$)|^(?:and )?I[’']m \p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+\.$/u;
const contributed =
  /\bcontributed (?:to this (?:report|story|article)|reporting)(?: from [^.]{2,60})?\.?$|\b(?:writers?|reporters?|correspondents?|journalists?)\b.{2,200}\bcontributed\.?$/i;
/** "Asadu reported from Abuja, Nigeria; ...": the last line of an agency's story. */
const reportedFrom =
  /^\p{Lu}[\p{L}’'-]+(?:(?:,| and|, and)? \p{Lu}[\p{L}’'-]+){0,5} reported from \p{Lu}/u;
const place =
  /^\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]+){1,3}\s+(?:in|at)\s+\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u;

/** "Harbour Post reporter" above a text. */
const deskAlone =
  /^(?:\p{Lu}[\p{L}’'-]+ ){1,4}(?:staff )?(?:reporters?|correspondents?|staff|desk|writers?)$/u;
/** "— Harbour Post", "Ann Lee reports." below one. */
const signature =
  /^(?:[-–—]{1,2} ?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|and|in|for)){0,5}|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+ (?:reports|has more|has the story)\.)$/u;

/** "Ann Lee, Ph.D." alone: who is quoted above, or who wrote it. */
const titled =
  /^(?:[-–—] ?)?(?:Dr\.? |Prof\.? )?(?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}’'-]+(?:,? (?:Ph\.?D|M\.?D|M\.?P\.?H|Jr|Sr|Esq|R\.?N|D\.?O)\.?)+$/u;

const helped =
  /^[-–—\s(]{0,4}with (?:additional |agency )?(?:files|inputs?|reports|reporting|assistance)\b/i;
const fromPlace = /^Reporting (?:from|in) \p{Lu}[^.!?,]{2,40}\.?$/u;
const inCredit = /^(?:\p{Lu}.*|the|of|and|for|from|by|in)$/u;

/** "With files from Ann Lee.", "With agency inputs": behind the first words nothing but names. */
function isHelp(line: string): boolean {
  const rest = line.slice(helped.exec(line)?.[0].length ?? 0).match(/[\p{L}\p{N}.’'-]+/gu) ?? [];
  return helped.test(line) && rest.every((word) => inCredit.test(word) || /^[.'’-]+$/.test(word));
}

/** "The Post’s Ann Lee reports from Osthaven." */
const reportsFrom =
  /^(?:(?:The )?(?:\p{Lu}[\p{L}.-]*[’']s? ))?\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+ reports(?: for [^.!?]{3,30})?(?: from \p{Lu}[^.!?,]{2,40})?\.$/u;

/** Whether a line says who else worked on a text, as it does behind one. */
export const isEndCredit = (line: string): boolean =>
  line.length <= 700 &&
  (deskLine.test(line) ||
    (line.length <= 80 && signature.test(line)) ||
    (line.length <= 120 && (isHelp(line) || fromPlace.test(line) || reportsFrom.test(line))) ||
    (line.length <= 400 &&
      (credits.test(line) || contributed.test(line) || reportedFrom.test(line))));

/** Who wrote it: "By Jane Doe", "Jane Doe in Rome", "Reporting by ...; Editing by ...". */
export function isByline(line: string, terminated: boolean): boolean {
  if (isEndCredit(line)) return true;
  if (line.length > 200) return false;
  if (line.length <= 80 && deskAlone.test(line)) return true;
  if (line.length <= 80 && titled.test(line)) return true;
  if (terminated) return false;
  if (byline.test(line)) return true;
  return line.length <= 60 && place.test(line);
}
