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
  "became began bore beat bent bid bit bled blew broke brought built burned bought came caught chose clung cost cut dealt dealt drew drank drove ate fell fed felt fought found fled flew forbade forgot gave went grew hung held hid hit hurt kept knew laid led left lent let lay lost made meant met paid put quit ran rose rode rang said sat saw sold sent set shook shot shut sang sank slept spoke spent split spread stood stole struck swore swept swam took taught tore told thought threw understood woke wore won withdrew wrote shrank swung slid sought withheld oversaw undertook overtook upheld forgave sprang wept crept dug froze leapt learnt lit bound shone spun stung stuck underwent overcame bred broadcast cast forecast burst shed thrust upset bet dreamt dwelt flung forbore knelt leant misled mistook outdid overran overthrew partook redrew rebuilt repaid resold retook sank slew slung smelt spelt spilt spoilt stank stole strove strung swelled trod undid unwound wound forwent foresaw befell",
);
/** Determiners that are subjects too: "a plan that could", "most would". */
const stands = list("that this these those some each all both many few most");
/** Past forms that are participles too, and then often only describe the noun before them. */
const alsoParticiple = list(
  "held made built paid led sold sent set put cut hit hurt kept left lost caught bought brought shot struck taught fought spent split spread withheld upheld bound broadcast cast forecast burst shed thrust upset rebuilt repaid misled lit spelt spilt spun stuck learnt",
);
const notVerbsInEd = list(
  "hundred indeed united speed seed feed breed need bed red sacred naked wicked hatred shed bleed greed deed limited talented gifted",
);
const unboundParticiples = list(
  "published issued released based signed known called named waged backed linked located elected involved used produced compared related accused charged killed injured owned funded caused imposed organized organised designed created led written seen taken given driven destroyed displaced damaged supported proposed provided adopted announced posted obtained reviewed conducted required needed aimed associated dedicated entitled titled",
);
const plainVerbs = list(
  "oppose support include remain require perceive lead provide become allow follow believe contain continue bring carry consist depend describe deserve enable ensure exist expect face fear forbid give go govern grow happen have hold keep know lack lie live lose maintain make mean need offer own pay prefer prevent produce prohibit receive reduce reflect reject rely represent respect rise run say see seem sell serve stand stay suffer take tell tend think threaten understand use violate want warn win write ban bar belong choose come consider contradict convince create decide declare defend deny deploy destroy develop enjoy enter explain export import improve insist introduce join kill mention operate possess refuse regulate resemble restrict say send share speak spend suggest sit tell think admit argue accept acknowledge add affect agree apply appear arrive ask avoid become begin benefit boast border bring contribute employ exceed find insist intend involve recognize recognise permit pursue oblige cover accuse achieve acquire address adopt advise afford aim allege allocate alter amount announce anticipate apologise apologize approve arrest assess assign assist assume assure attach attack attend attract attribute authorise authorize award back base bear blame block blow break build burn calculate cancel capture care cast catch cause celebrate charge chair check cite clash clear close collapse collect combine command commit compare compete complain complete comprise concede concern conclude condemn conduct confirm confront connect construct consume contest control cooperate cost count cover criticise criticize cross cut damage deal debate decline delay deliver demand demonstrate depart design destroy detain determine differ diminish direct disagree disappear disclose discover discuss dismiss display distribute divide dominate double draft draw drink drop earn eat edit educate elect eliminate emerge emphasise emphasize encourage endorse enforce engage enhance establish estimate evacuate evaluate examine exclude execute expand experience expire expose express extend fail fall favour favor feature feed feel fight file fill finance find fire fit fix flee fly focus force forecast form found free fuel fulfil fulfill gain gather generate get grant guarantee guide handle harm hear help hide highlight hire hit honour honor host hurt identify ignore illustrate impact implement imply impose inform inherit injure inspire install intensify interview invade invest investigate invite issue join judge jump justify kick label launch lay learn leave lift lose love manage manufacture march mark match matter measure meet merge mirror miss monitor motivate mount move name negotiate note notice notify nominate observe obtain occupy occur open operate order organise organize originate overlook owe participate pass perform persuade pick place plan play pledge plead pose predict prepare present preserve press print proceed process project promise promote propose prosecute protect protest prove publish punish push qualify question quit quote raise range reach react read realise realize reassure rebuild recall receive reckon recommend reconsider record recover recruit refer regard regret reinforce release relate relax remove rename repair repeat replace report request rescue reserve resign resist resolve respond rest restore result resume retain retire return reveal reverse review revise ride risk rule rush save schedule score search seek seize select separate settle shape share shift shoot show shrink shut sign signal sink slow solve sound spark spread stage stem stop strengthen stress strike struggle study submit succeed suit supply surge surprise surround survive suspect suspend sustain sweep switch talk target teach test testify thank tie top total touch tour trace track trade train transfer transform travel treat trigger trust try turn undergo undermine undertake update urge value vary view visit voice vote wait walk want warrant waste watch weaken wear weigh welcome widen withdraw witness work worry worsen yield",
);
/** Forms in -s that are nouns at least as often. */
const nounLike = list(
  "talk force interest seat vote attack strike plan claim report call demand fight back aim move turn work rate rule state cost deal show result cause need start end play plot charge trade increase decrease rise fall control comment promise pledge threat visit fund order help match mark change point face place name note hope question look act test aid ally arm leave bid guarantee outline drive fear limit account sign target release support offer share import export border cover benefit vow ban bar lead post address amount arrest attack award base bear block break build capture care cast catch challenge check clash collapse concern conduct contest contract count cross cut damage debate decline delay design display divide double draft draw drink drop favour favor feature feed file fill finance find fire fit fix focus forecast form fuel gain grant guide handle harm hide highlight hit honour honor host hurt impact interview issue judge jump kick label launch lay lift love march matter measure meet mirror monitor mount notice object pass pick plead pose practice present press print process project protest push quote range reach record regard repair repeat request rescue reserve rest return reverse review ride risk rush schedule score search shape shift shoot signal slow sound spark spread stage stem stop stress struggle study supply surge surprise suspect switch taste tie top total touch tour trace track train transfer travel treat trigger trust try update urge value view voice wait walk waste watch wave witness worry yield associate estimate advance approach date deposit exit experience finish flow guess hire lie minister outcome overlook photograph pilot raise rebel remark reward scale survey tackle value vary",
);

/** Whether a lower-case word is the plain form of a verb the rules know, whatever else it may be. */
export const isVerbBase = (word: string): boolean =>
  plainVerbs.has(word) || nounLike.has(word) || /^(?:kill|injure|wound)$/.test(word);

/** Whether a lower-case word is the plain form of a verb and hardly ever a noun. */
export const isOnlyVerb = (word: string): boolean => plainVerbs.has(word) && !nounLike.has(word);

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
  if (/^(?:he|she|it|they|we|i|you|who|that|there|here|what)'(?:s|re|ve|ll|d|m)$/.test(lower))
    return true;
  const before = wordBefore(tokens, i);
  if (auxiliaries.has(lower)) return before !== "to" && !modals.has(before);
  if (modals.has(lower))
    return !(lower === "may" && token.capital) && (!determiners.has(before) || stands.has(before));
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
  // "signed by the firm" describes; "fell by 4%" and "fell by a third" state.
  const byHowMuch =
    /^(?:\d|a$|an$|more$|less$|about$|nearly$|almost$|around$|half$|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$)/.test(
      tokens[i + 2]?.lower ?? "",
    );
  if (next === "by" && (!irregular || alsoParticiple.has(lower)) && !byHowMuch) return false;
  if (!irregular || alsoParticiple.has(lower)) {
    const names = lower === "called" && (determiners.has(next) || next === "for" || next === "on");
    const describes = (irregular || unboundParticiples.has(lower)) && !names;
    const timed =
      /^(?:this|last|yesterday|today|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
    const bare = !previous?.capital || insidePhrase(tokens, i);
    if (describes && (prepositions.has(next) || timed.test(next)) && bare) return false;
    if (describes && previous?.lower === "," && !closesInsertion(tokens, i)) return false;
  }
  // "the newly elected president": between a determiner and a noun it describes the noun.
  const twoBefore = tokens[i - 2]?.lower ?? "";
  const adverbBetween = previous !== undefined && /ly$/.test(previous.lower);
  return !(adverbBetween && determiners.has(twoBefore));
}

/** "The mayor, Ann Lee, left the room": the second comma ends what was inserted, and the verb has its object. */
const closesInsertion = (tokens: readonly Token[], i: number): boolean =>
  opensObject(tokens[i + 1]) &&
  !/^(?:to|for)$/.test(tokens[i + 1]?.lower ?? "") &&
  tokens.slice(0, i).filter((token) => token.text === ",").length === 2;

/** "The results of the National Study published in May": a name inside a phrase publishes nothing. */
function insidePhrase(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k > 0 && tokens[k]?.capital) k -= 1;
  if (determiners.has(tokens[k]?.lower ?? "")) k -= 1;
  return k > 0 && prepositions.has(tokens[k]?.lower ?? "");
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
    // "The firm plans to": a noun with its determiner, then a verb with its object.
    const firm =
      determiners.has(tokens[i - 2]?.lower ?? "") &&
      previous.word &&
      !/s$/.test(previous.lower) &&
      next !== "for" &&
      opensObject(tokens[i + 1]);
    return (
      firm ||
      (subject && (opensObject(tokens[i + 1]) || middleAdverbs.has(next) || worksAt(lower, next)))
    );
  }
  if (base !== lower || !(plainVerbs.has(lower) || (before === "which" && nounLike.has(lower))))
    return false;
  if (/^(?:they|we|you|i|who|people|police)$/.test(before)) return true;
  // "which account for the bulk": a plain form behind "which" is its verb.
  if (before === "which") return prepositions.has(next) || determiners.has(next);
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
