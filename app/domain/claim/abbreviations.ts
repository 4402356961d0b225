const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const months = "jan feb mar apr jun jul aug sep sept oct nov dec";
const beforeName = list(
  "mr mrs ms mx dr prof gen lt col sgt capt cmdr cpt maj adm sen rep gov pres rev hon fr st sr messrs supt insp det cpl pvt amb atty mt ft assoc asst",
);
const beforeNumber = list(
  `vs no nos n° art sec fig figs pp p vol ch c ca cf eg e.g i.e approx est mt ft al op tel ext min max para ${months}`,
);
const beforeAny = list("vs v e.g i.e cf eg al viz");
const hours = list("a.m p.m");

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
export const starters = list(
  "the a an he she it they we i you in on at but and this that these those there as if when while after before however his her its their our its for from by with to who what where why how one some many most no not",
);

/** Whether a full stop between these words belongs to an abbreviation or an initial, and ends no sentence. */
export function endsInAbbreviation(before: string, after: string): boolean {
  const found = /(?:^|[\s(“"‘'[–—-])([\p{L}][\p{L}.°]*)\.$/u.exec(before);
  const word = found?.[1] ?? "";
  if (word === "") return false;
  const lower = word.toLowerCase();
  if (beforeAny.has(lower)) return true;
  // "8:51 p.m. (1451 GMT)"
  if (hours.has(lower) && after.startsWith("(")) return true;
  if (/^["“‘']?\p{N}/u.test(after)) return beforeNumber.has(lower);
  if (beforeName.has(lower) && /^\p{Lu}/u.test(word)) return /^\p{Lu}/u.test(after);
  const next = /^[\p{L}’']+/u.exec(after)?.[0].toLowerCase() ?? "";
  if (next === "" || starters.has(next)) return false;
  // "hepatitis B or C. Additionally, many": no name begins so.
  if (/^\p{Lu}\p{Ll}+ly,/u.test(after)) return false;
  if (hours.has(lower)) return !beforeName.has(next);
  // "you and I. Did" ends a sentence, "Albert I. Jones" does not.
  if (word === "I") return /\p{Lu}\p{Ll}+ I\.$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(after);
  return /^\p{Lu}$/u.test(word) || /^\p{L}(?:\.\p{L})+$/u.test(word);
}
