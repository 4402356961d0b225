import type { Token } from "./tokens";
import {
  auxiliaries,
  determiners,
  middleAdverbs,
  modals,
  nonFinite,
  prepositions,
  relatives,
  subjectPronouns,
} from "./word-lists";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const irregularPast = list(
  "became began bore beat bent bid bit bled blew broke brought built burned bought came caught chose clung cost cut dealt dealt drew drank drove ate fell fed felt fought found fled flew forbade forgot gave went grew hung held hid hit hurt kept knew laid led left lent let lay lost made meant met paid put quit ran rose rode rang said sat saw sold sent set shook shot shut sang sank slept spoke spent split spread stood stole struck swore swept swam took taught tore told thought threw understood woke wore won withdrew wrote",
);
/** Past forms that are participles too, and then often only describe the noun before them. */
const alsoParticiple = list(
  "held made built paid led sold sent set put cut hit hurt kept left lost caught bought brought shot struck taught fought spent split spread",
);
const notVerbsInEd = list(
  "hundred indeed united speed seed feed breed need bed red sacred naked wicked hatred shed bleed greed deed limited",
);
const unboundParticiples = list(
  "published issued released based signed known called named waged backed linked located elected involved used produced compared related accused charged killed injured owned funded caused imposed organized organised designed created led written seen taken given driven destroyed displaced damaged supported proposed provided adopted announced posted obtained reviewed conducted required needed aimed associated dedicated entitled titled",
);
const plainVerbs = list(
  "oppose support include remain require perceive lead provide become allow follow believe contain continue bring carry consist depend describe deserve enable ensure exist expect face fear forbid give go govern grow happen have hold keep know lack lie live lose maintain make mean need offer own pay prefer prevent produce prohibit receive reduce reflect reject rely represent respect rise run say see seem sell serve stand stay suffer take tell tend think threaten understand use violate want warn win write ban bar belong choose come consider contradict convince create decide declare defend deny deploy destroy develop enjoy enter explain export import improve insist introduce join kill mention operate possess refuse regulate resemble restrict say send share speak spend suggest sit tell think admit argue accept acknowledge add affect agree apply appear arrive ask avoid become begin benefit boast border bring contribute employ exceed find insist intend involve recognize recognise permit pursue oblige cover",
);
/** Forms in -s that are nouns at least as often. */
const nounLike = list(
  "talk force interest seat vote attack strike plan claim report call demand fight back aim move turn work rate rule state cost deal show result cause need start end play plot charge trade increase decrease rise fall control comment promise pledge threat visit fund order help match mark change point face place name note hope question look act test aid ally arm leave bid guarantee outline drive fear limit account sign target release support offer share import export border cover benefit vow ban bar lead post",
);

/** Whether a lower-case word is the past form of an irregular verb. */
export const isIrregularPast = (word: string): boolean => irregularPast.has(word);

/** For every word of a sentence, whether it is the finite verb of a clause. Found by form and neighbours. */
export function finiteVerbs(tokens: readonly Token[]): boolean[] {
  return tokens.map((_, i) => isFinite(tokens, i));
}

function isFinite(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token?.word) return false;
  const { lower } = token;
  if (/(?:he|she|it|they|we|i|you|who|that|there)'(?:s|re|ve|ll|d|m)$/.test(lower)) return true;
  const before = wordBefore(tokens, i);
  if (auxiliaries.has(lower)) return before !== "to" && !modals.has(before);
  if (modals.has(lower)) return !(lower === "may" && token.capital) && !determiners.has(before);
  if (nonFinite.has(lower) || (token.capital && i > 0)) return false;
  if (before === "to" || modals.has(before) || auxiliaries.has(before) || nonFinite.has(before)) {
    return false;
  }
  const closedIn =
    (determiners.has(before) && !subjectPronouns.has(before)) ||
    prepositions.has(before) ||
    /['’]s$|s['’]$/.test(before);
  if (closedIn || i === 0) return false;
  const next = tokens[i + 1]?.lower ?? "";
  return isPast(tokens, i, lower, next) || isPresent(tokens, i, lower, before, next);
}

function isPast(tokens: readonly Token[], i: number, lower: string, next: string): boolean {
  const irregular = irregularPast.has(lower);
  if (!irregular && !(/[a-z]{2}ed$/.test(lower) && !notVerbsInEd.has(lower))) return false;
  const previous = tokens[i - 1];
  const afterSubject = previous !== undefined && subjectPronouns.has(previous.lower);
  if (afterSubject) return true;
  if (next === "by") return false;
  if (!irregular || alsoParticiple.has(lower)) {
    const describes = irregular || unboundParticiples.has(lower);
    if (describes && prepositions.has(next) && !previous?.capital) return false;
    if (describes && previous?.lower === ",") return false;
  }
  // "the newly elected president": between a determiner and a noun it describes the noun.
  const twoBefore = tokens[i - 2]?.lower ?? "";
  const adverbBetween = previous !== undefined && /ly$/.test(previous.lower);
  return !(adverbBetween && determiners.has(twoBefore));
}

function isPresent(
  tokens: readonly Token[],
  i: number,
  lower: string,
  before: string,
  next: string,
): boolean {
  const previous = tokens[i - 1];
  if (previous === undefined || next === "of" || auxiliaries.has(next) || modals.has(next))
    return false;
  const base = baseOf(lower);
  if (base !== lower && (plainVerbs.has(base) || nounLike.has(base))) {
    if (!nounLike.has(base)) return true;
    // "claims, without evidence, that": a verb with something inserted before its clause.
    const that = tokens.slice(i + 2, i + 9).some((token) => token.lower === "that");
    if (next === "," && that && previous.capital) return true;
    const subject =
      previous.capital ||
      subjectPronouns.has(before) ||
      relatives.has(before) ||
      previous.lower === "and";
    // "The law, which was passed in 1998, bans contracts": the verb after what was inserted.
    if (
      previous.text === "," &&
      tokens.slice(0, i - 1).some((token) => relatives.has(token.lower))
    ) {
      return opensObject(tokens[i + 1]) || /^[a-z]{3,}s$/.test(next);
    }
    return (
      subject && (opensObject(tokens[i + 1]) || middleAdverbs.has(next) || worksAt(lower, next))
    );
  }
  if (base !== lower || !plainVerbs.has(lower)) return false;
  if (/^(?:they|we|you|i|who|people|police)$/.test(before)) return true;
  return /[a-z]{2}s$/.test(before) && !previous.capital && !nounLike.has(lower) && previous.word;
}

/** "works at", "lives in": never said of several works or lives after a name. */
const worksAt = (lower: string, next: string): boolean =>
  /^(?:works|falls|rises|acts|fights|ends)$/.test(lower) && prepositions.has(next);

const opensObject = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.capital ||
    determiners.has(token.lower) ||
    token.lower === "to" ||
    token.lower === "for" ||
    /^(?:it|them|him|her|us|me|\d.*)$/.test(token.lower));

function baseOf(word: string): string {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The nearest word before, over adverbs; the empty string at the start or after a mark. */
function wordBefore(tokens: readonly Token[], i: number): string {
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1) {
    const token = tokens[k];
    if (!token?.word) return "";
    if (!middleAdverbs.has(token.lower) && !/[a-z]{3}ly$/.test(token.lower)) return token.lower;
  }
  return "";
}
