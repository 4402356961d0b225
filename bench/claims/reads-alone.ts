/** What keeps a statement from being read alone; each is told by the statement's words, whoever wrote it. */
export type Hindrance =
  | "opens with a conjunction"
  | "pronoun"
  | "bare noun"
  | "bare surname"
  | "relative date"
  | "first person"
  | "loose quotation mark"
  | "no verb";

const conjunction =
  /^["“]?(?:and|but|or|so|yet|because|although|though|while|which|who|that|whereas|however|meanwhile|moreover|also)\b/i;
/** A pronoun that opens; "there were" and "it is understood that" point at nothing. */
const openPronoun =
  /^["“]?(?!there (?:\p{L}+ly )?(?:is|are|was|were|has been|have been|had been|will be)\b|(?:it|this) (?:is|was|has been) (?:\p{L}+ )?(?:that|to|whether)\b)(?:he|she|it|they|him|her|his|its|their|this|these|those|that|here|there)\b(?! \p{L}+ (?:of|that|which)\b)/iu;
const bareNoun =
  /\b(?:the|this|that|these|those) (?:country|nation|company|firm|ministry|organi[sz]ation|agency|group|party|bank|man|woman|two|pair|move|incident|latter|former)\b(?! (?:of|that|which|who|in|for|from|to)\b)/i;
const relativeDate =
  /\b(?:yesterday|today|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|weekend|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?) ago|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!['’]?s?,? \(?(?:\d|\p{Lu}\p{Ll}+ \d))|recently)\b/iu;
const firstPerson = /\b(?:I|we|our|my|us)\b/;
const quotation = /[“"][^”"]*[”"]/g;

/**
 * What hinders reading a statement alone; nothing for a good one. `surnames` are last words of full names in the
 * article, mapped to the full name. Inside quotation marks the speaker's own words stand, so only the rest is read.
 */
export function hindrances(statement: string, surnames: ReadonlyMap<string, string>): Hindrance[] {
  const told = statement.replace(quotation, "“…”");
  const found: Hindrance[] = [];
  if (conjunction.test(told)) found.push("opens with a conjunction");
  if (openPronoun.test(told)) found.push("pronoun");
  const named = /\p{Lu}\p{Ll}+/u.test(told.slice(1));
  const pronoun = /\b(?:he|she|him|they|them)\b/i.exec(told);
  // "Helicopters arrive, but they cannot land" tells whom it means.
  const several =
    /^th/i.test(pronoun?.[0] ?? "") &&
    /\p{Ll}{2}[^\P{Ll}sui]s\b|\b(?:people|children|men|women|police)\b/u.test(
      told.slice(0, pronoun?.index),
    );
  if (!found.includes("pronoun") && pronoun && !named && !several) found.push("pronoun");
  if (bareNoun.test(told) && !named) found.push("bare noun");
  for (const [surname, full] of surnames) {
    if (
      new RegExp(`(?<!\\p{Lu}[\\p{L}.’-]* )\\b${surname}\\b`, "u").test(told) &&
      !told.includes(full)
    ) {
      found.push("bare surname");
      break;
    }
  }
  if (relativeDate.test(told)) found.push("relative date");
  if (firstPerson.test(told)) found.push("first person");
  const marks = statement.match(/[“”"]/g)?.length ?? 0;
  if (marks % 2 === 1) found.push("loose quotation mark");
  if ((statement.match(/\p{L}+/gu)?.length ?? 0) < 3) found.push("no verb");
  return found;
}
