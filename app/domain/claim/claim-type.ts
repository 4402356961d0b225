import type { ClaimType } from "./claim";
import { isIrregularPast } from "./verbs";

const measure =
  /(?:\d[\d.,]*\s?(?:%|percent|per cent|percentage|million|billion|trillion|thousand|people|euros?|dollars?|pounds|tonnes|tons|km|kilomet|miles|troops|soldiers|seats|votes|jobs|cases|deaths|times|points?|years? old)|[$€£¥]\s?\d|\b(?:second|third|fourth|fifth)[- ](?:largest|biggest|highest|lowest|most)\b|\b(?:majority|percentage|proportion|rate|average|median) of\b|\bper ?cent\b|\bnumber of\b.{0,60}\b(?:\d|rose|fell|grew|doubled|increased|declined|dropped)|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) of (?:the|its|his|her|their|those) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\b(?:market share|turnout|prices?|costs|sales|exports|imports|wages|profits|revenues?|population|output|inflation|unemployment)\b.{0,30}\b(?:ris(?:en|es?|ing)|fall(?:s|en|ing)?|fell|rose|grew|slipp(?:ed|ing)|increas(?:ed?|es|ing)|declin(?:ed?|es|ing)|dropp(?:ed|ing)|shr[iau]nk)\b|\b(?:doubled|tripled|halved|quadrupled)\b|\b(?:one|two|three) (?:in|out of) \w+\b|\b(?:half|a third|a quarter|two-thirds|most) of\b|\b(?:largest|biggest|highest|lowest|smallest|fewest)\b|\b(?:hundreds|thousands|tens of thousands|millions|billions|dozens) of\b|\bmore than \d|\bhit an? (?:new |all-time )?(?:record|high|low)\b|\ball-time (?:high|low)s?\b|\brecord (?:high|low|level)s?\b|\bpre-(?:pandemic|war|crisis) levels?\b)/i;
/** Measures that stand for themselves, however they came about. */
const measured =
  /\b\d[\d.,]*\s?(?:kph|mph|km\/h|kg|hectares|acres|megawatts|MW|GW|barrels|metres|meters|feet|missiles|drones|points|seats|tickets|degrees|litres)\b|\b(?:two|three|four|five|ten|\d+)-?fold\b|\bin (?:more than )?\d+ years\b|\bby \d+[-–]\d+\b|\bdouble-digit\b/i;
/** Measures told by comparing: "up from 9.5", "twice as much", "the longest in a decade", "20 of them". */
const compared =
  /\b(?:up|down) from (?:about |around |the )?[$€£¥\d]|\b(?:twice|double|triple|half|(?:three|four|five|ten) times) (?:as (?:many|much|high|large|big|long|likely|fast)|the (?:number|size|rate|price|cost|amount|average|level|figure))\b|\b(?:one|a|three) (?:quarters?|thirds?|fifths?|tenths?|half)\b(?! (?:round|round-|time|year|finals?))|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|none|most) of (?:them|those)\b|\b(?:several|a few|one|two|three|four|five|half a) (?:hundred|thousand|million|billion)\b|\bdeath toll\b|\baveraged\b|\b(?:confidence|index|trade|delays|layoffs|applications|tourism|attendance|shares|stocks|spending|debt|deficit|emissions|crime|value)\b[^.;]{0,40}\b(?:jump|surg|climb|soar|plung|tumbl|skyrocket|plummet|narrow|widen|grow|grew|ris|rose|fall|fell|drop|increas|declin)(?:s|e[sdn]?|ed|ing|n|t)?\b/i;
/** "the longest in a decade" */
const ranked =
  /\b(?!forest|(?:inter|prot|requ|harv|cont|arr|sugg|inv|conqu|hon|mod)est)[a-z]{3,}est\b[^.,;]{0,40}\b(?:since|on record|in (?:more than |over |at least |nearly |almost )?(?:\d+|an?|two|three|four|five|ten|twenty) (?:years?|decades?|months?|century|generation))\b/;
const countedThing =
  /(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December|from)\s)(?<![\p{L}\d-])(?:\d[\d,.]*|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s+(?:\p{Ll}+\s)?\p{Ll}+s\b/u;
const timeOnly = /\b(?:days?|weeks?|months?|years?|hours?|minutes?)\b/;
const cause =
  /\b(?:because|due to|owing to|caus(?:ed|es|ing)|(?<!(?:est|st|main|leading|common|major|root|possible|likely|first|second|third)\s)cause (?!of\b)|accounted for by|accounts? for (?!\p{Sc}?\d|about|around|nearly|some|half|one|two|more|less)|leads? to|led to|leading to|results? in|resulted in|resulting in|as a result|triggered?|prompted?|provoked?|forced? \p{L}+(?: \p{L}+)? to|forces \p{L}+ to|thanks to|sparked|contributed? to|responsible for|fuell?ed|drove \p{L}+ to|blamed? (?:on|for)|made it (?:im)?possible)\b/iu;
/** Verbs and nouns by which one thing acts on another, without a word for "because". */
const effect =
  /\b(?:(?:is|are|was|were) (?:\p{Ll}+ly )?linked to|(?:combination|result|response|product|consequence) (?:of|to)|mak(?:e|es|ing) (?:\p{L}+ ){1,2}(?:more|less|easier|harder|possible|impossible|likely)|mean(?:s|t) (?:that|fewer|more|less)|(?:allow|enabl|push)(?:s|es|ed|ing) (?!on |for |ahead |hard )(?:\p{L}+ ){1,4}to|help(?:s|ed) (?:to )?(?:reduce|increase|prevent|keep|raise|cut)|driven (?:by|up|down|demand)|driving (?:up|down)|undermin(?:ed|es|ing)|stimulat(?:ed|es|ing)|enhanc(?:es|ed|ing)|reduc(?:es|ing)|transformed(?! into)|prevented|spurred|disrupt(?:s|ed)|boost(?:s|ed|ing)|compensated for|trigger(?:s|ing)?|raising (?:\p{L}+ )?(?:fears|hopes|concerns?|questions|doubts)|creat(?:es|e|ing) an?|in response to|in an effort to|in a bid to)\b/iu;
/** Verbs of harm that one state of things does to another: "strikes have dented trade". Damage may also be a thing. */
const harms =
  /\b(?:(?:affect|crippl|curb|dampen|dent|disrupt|erod|exacerbat|hamper|hinder|hobbl|jeopardi[sz]|spook|squeez|stifl|strain|weaken|worsen)(?:s|es|ed|ing)|(?:to|would|could|may|might|will|can) (?:\p{Ll}+ly )?(?:affect|cripple|curb|dampen|dent|disrupt|erode|exacerbate|hamper|hinder|jeopardi[sz]e|stifle|strain|weaken|worsen)|(?:has|have|had|been|badly|hard) (?:hit|hurt)|(?:hit|hurt) (?:hard )?by|weigh(?:s|ed|ing)? (?:heavily )?on|contribut(?:ory|ing) factors?|(?:negative|positive|adverse|direct|lasting) (?:effect|impact))\b/iu;
const afterCommand =
  /\bafter\b.{1,80}\b(?:told|ordered|urged|asked|forced|warned|pressured|threatened|convinced|persuaded|instructed)\b/;
const future =
  /\b(?:will|won[’']t|(?:is|are|was|were|am|[’']s|[’']re|[’']m|not) going to|expected to|forecast|predicted|set to|likely to|about to|incapable of changing|by 20[3-9]\d|projected|poised to|could soon)\b/i;
const possible = /\b(?:could|might) (?!not\b|have\b|no\b)/;
const scheduled =
  /\bwill (?:be (?:held|heard|buried|inaugurated)|take place)\b|\b(?:is|are|was|were) (?:to be (?:held|opened|signed|decided|published)|to take place|due (?:at|on|in|to (?:be|take place|begin|start|open|meet))|(?:set|scheduled|expected) to (?:take place|be held|begin|start|open|meet))\b/;
const awaited =
  /\b(?:is|are) (?:widely )?expected to\b|\b(?:could|may|might) (?:\p{Ll}+ ){1,4}(?:as early as|as soon as|next (?:week|month|year)|by the end of|later this)\b|\bcould (?:\p{Ll}+ly |also |one day |soon )*(?:help|lead|become|signal|mean|one day)\b/u;
/** Verbs that tell how much there is or was, or how it changed; the figure is what they are about. */
const measuring =
  /^(?:had|did|was|were|rose|fell|grew|dropped|increased|declined|decreased|averaged|totall?ed|reached|stood|amounted|cost|earned|lost|won|killed|died|injured|wounded|reported|tallied|recorded|found|showed|made|paid|received|spent|saw|sold|raised|voted|said|gained|shrank|slipped|climbed|jumped|surged|doubled|tripled|halved|employed|owned|held|covered|took|got|numbered|measured|weighed|lasted|produced|exported|imported|attended|fled|cut|added|included|contained|supported|opposed|favou?red|agreed|believed|lived|remained|ranked|scored|beat|ran|exceeded|accounted|represented|affected|destroyed|damaged|displaced|needed|required|attracted|drew|registered|generated|invested|donated|pledged|borrowed|owed|budgeted|allocated|bought|tumbled|soared|plunged|skyrocketed|plummeted|narrowed|widened|peaked|averaged|polled)$/;
const perfectActive =
  /\b(?:has|have) (?:(?:also|already|since|now|just|recently|twice|never|repeatedly|again|\p{L}+ly) )*(?!been\b|had\b|remained\b|always\b|long\b|known\b|lived\b|lacked\b)(?:\p{L}{2,}ed|taken|given|made|begun|become|won|lost|left|led|held|put|cut|sent|set|sold|spent|met|found|fallen|risen|grown|broken|chosen|driven|written|withdrawn|picked|done|gone|come|shown|struck|shut|paid|bought|brought|caught|fled|thrown)\b/u;
const stateBefore = /^(?:was|were|wasn't|weren't)$/;
const passive =
  /\b(?:was|were|wasn[’']t|weren[’']t) (?:(?:also|not|never|then|later|first|once|finally|\p{L}+ly) )*[“"'‘]?(?:\p{L}{2,}(?:ed|en)|kept|made|held|put|cut|sent|set|sold|spent|met|found|shot|shut|hit|paid|bought|brought|caught|left|led|lost|won|told|built|born|struck|taught|fought|hurt|withdrawn|shown|thrown|drawn|known|done|torn|worn|sworn)\b/u;
const onDay =
  /\b(?:on|last|early|late) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|last night|this morning)\b/;
/** "Forecasts for growth slipped to 2%": what is told is what is expected. */
const expected =
  /\b(?:growth|profit|sales|inflation|deficit|jobs|earnings|budget|economic) (?:forecasts?|projections?|predictions?)\b|^(?:the |its |their )?(?:forecasts?|projections?) (?:for|of)\b/i;
/** "He may have left by car": if it happened, it was a deed. */
const mayHave =
  /\b(?:may|might|could|must) (?:well |also |then )?have (?:then |also |first |\p{Ll}+ly )?(?!been\b|had\b)\p{Ll}+(?:ed|en|wn)\b/u;
const conditional = /^would(?:n't)?$/;
const terms =
  /\b(?:agreement|deal|treaty|bill|law|decree|plan|proposal|accord|pact|document|draft|rule|legislation|amendment|resolution|contract|measure|truce)\b[^.]{0,120}\bwould\b/i;
const should =
  /\b(?:should(?:n[’']t)?|must(?:n[’']t)?|ought to|needs? to|(?:we|you|I) have to|had better|(?:it is|it[’']s|it was) (?:high )?time (?:to|for|that)|can only be|only way|cannot be allowed|deserves?)\b/i;
/** "What the flag should mean": asked, not demanded. */
const embedded = /\b(?:what|how|whether|who|which|where|when|if) [^,.;]{0,40}\bshould\b/g;
/** "Those vaccinated must also present a test": a rule binds whether anybody thinks it right or not. */
const rule =
  /\b(?:must|needs? to|ha(?:s|ve) to|will|would) (?:also |not |now )?(?:be (?:required|mandatory|compulsory|fined|banned from|exempt|allowed|obliged|isolated|quarantined|tested|vaccinated|registered)|need to|have to|present|show|wear|register|submit|quarantine|self-isolate|come into force|take effect|apply (?:to|from))\b/;
const verdictNoun =
  /\b(?:is|are|was|were|be|been|more) (?:an? |no |not an? |pure |nothing but an? )?(?:\p{Ll}+ ){0,2}(?:farce|stunt|disgrace|joke|sham|nonsense|shambles|witch[- ]hunt|u-turn|(?:easy|difficult|daunting) (?:task|feat)|game[- ]changer|wake-up call|betrayal|shame|folly|gimmick)\b/iu;
const judgement =
  /\b(?:is|are|was|were|be|been|being|seems?|looks?)\s+(?:\p{L}+ly\s|a\s|an\s|the\s|very\s|so\s|too\s|not\s)*(?:good|bad|best|worst|better|worse|great|terrible|outrageous|unacceptable|wrong|right|important|shameful|disgraceful|wonderful|beautiful|ridiculous|absurd|essential|crucial|vital|necessary|unfair|fair|sad|tragic|disaster|mistake|triumph|troubling|disturbing|worrying|encouraging|remarkable|impressive|awesome|disappointing|robust|horrific|needless|imperative|heartless|popular|clinical|reckless|pointless|hopeless|excellent|appalling|shocking|scandalous|irresponsible|unjust|unjustified|unreasonable|insulting|daunting|hypocritical|immoral|dangerous|stupid|brilliant|amazing|incredible)\b/iu;
const feeling = /\b(?:I|we)\s+(?:think|believe|hope|feel|wish|want|love|hate)\b/i;
const perfectPassive =
  /\b(?:has|have|had) (?:now |already |also |since |not )?been (?:\p{Ll}+ly )?(?:\p{Ll}+(?:ed|en|wn|ld|lt|nt|ut|de)|set|hit|kept|left|lost|won|found|shot|paid|laid|caught|bought|brought|taught|struck|hurt|read|shed)\b|\b(?:is|are|was|were) (?:now |also |still )?being (?:\p{Ll}+(?:ed|en|wn)|built|sent|held|made|kept|sold|paid)\b/u;
const lasting = /\b(?:was|were) \p{Ll}+ing\b/u;
const underWay =
  /\b(?:is|are) (?:\p{L}+ly )?(?:being \p{L}+|continuing|gathering|preparing|moving|conducting|investigating)\b/u;
const stateVerb =
  /^(?:knew|included|comprised|wanted|lived|consisted|posed|remained|contained|seemed|appeared|belonged|depended|lacked|lay|meant|owned|resembled|deserved)$/;
const possession =
  /\bhad (?:an?|no|the|its|their|his|her|little|only|some|many|several|been (?:in|an?|the|ready|able|\p{L}+ly))\b/u;
const presentVerb =
  /^(?:is|are|am|has|have|does|do|can|cannot|isn't|aren't|hasn't|haven't|doesn't|don't|can't)$/;
const pastVerb = /(?:ed|was|were|did|had|wasn't|weren't|didn't|hadn't)$/;

/**
 * What kind of statement this is. What somebody said is a quote whatever its words; else `verb`, its first finite
 * verb in lower case, tells a happening from a state.
 */
export function typeOf(words: string, isQuote: boolean, verb: string): ClaimType {
  if (isQuote) return "quote";
  if (isOpinion(words)) return "opinion";
  if (rule.test(words)) return "status";
  if (isCausal(words) || effect.test(words) || harms.test(words)) return "causal";
  if (scheduled.test(words)) return "event";
  if (/^(?:will|won't)$/.test(verb) && future.test(words)) return "prediction";
  if (conditional.test(verb) && !terms.test(words)) return "prediction";
  if (awaited.test(words)) return "prediction";
  if (measured.test(words)) return "statistic";
  if (expected.test(words)) return "prediction";
  if (isFigure(words)) return isDeed(words, verb) ? "event" : "statistic";
  if (mayHave.test(words)) return "event";
  if (future.test(words) || possible.test(words)) return "prediction";
  if (isState(words, verb) || regarded.test(words) || trend.test(words)) return "status";
  if (conditional.test(verb)) return terms.test(words) ? "status" : "prediction";
  if (perfectPassive.test(words) || perfectActive.test(words) || underWay.test(words))
    return "event";
  if (stateBefore.test(verb) && !passive.test(words)) return onDay.test(words) ? "event" : "status";
  if (presentVerb.test(verb) || lasting.test(words)) return "status";
  return pastVerb.test(verb) || isIrregularPast(verb) ? "event" : "status";
}

const regarded =
  /\b(?:was|were) (?:[a-z]+ly |also |once )?(?:designed|believed|considered|known|regarded|seen as|intended|meant|required|based|supposed|entitled|limited)\b|\b(?:has|have|had) (?:yet to|been (?:widely |often |also )?(?:described|characteri[sz]ed|known|regarded|seen) as)\b|\bcame from\b/;
/** How things have come to be: "relations have soured". */
const trend =
  /\b(?:has|have) (?:[a-z]+ly |also |since |now )?(?:soared|stalled|plummeted|soured|nosedived|surged|grown|risen|fallen|declined|increased|improved|worsened|deteriorated|become|shifted|slowed|dropped|eroded|intensified|cooled|tightened|dwindled|weakened|strengthened)\b/;

/** "The mine had no licence", "the house belonged to": past, but how things were. */
const isState = (words: string, verb: string): boolean =>
  stateVerb.test(verb) || (verb === "had" && possession.test(words));

/** A demand, a value judgement or a condition for success: nothing that a check could settle. */
export function isOpinion(words: string): boolean {
  const asked = words.replace(embedded, " ");
  return (
    (should.test(asked) && !rule.test(words)) ||
    judgement.test(words) ||
    verdictNoun.test(words) ||
    feeling.test(words)
  );
}

const yearOrAge =
  /(?:, \d{1,2}(?=,)|\baged \d+|\b(?:in|since|of|between|from|and|to|by|until|for|late|early|mid-?) ?(?:1\d|20)\d\d\b)/g;

/** Whether the words state a quantity or a rank, beyond a date or a duration. */
export function isFigure(told: string): boolean {
  const words = told.replace(yearOrAge, "");
  if (measure.test(words) || compared.test(words) || (words.includes("est ") && ranked.test(words)))
    return true;
  const counted = countedThing.exec(words)?.[0] ?? "";
  return counted !== "" && !timeOnly.test(counted);
}

const share =
  /%|\bper ?cent\b|\b\w+ (?:in|out of|of (?:the|its|their|his|her)) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i;

const doneTo =
  /\b(?:was|were|been|being) (?:[a-z]+ly |also |then |later )?(?!estimated|valued|priced|worth|measured|injured|killed|wounded|recorded|reported|counted|expected|ranked|rated|paid|sold)(?:[a-z]{3,}ed|built|sent|sold|given|made|held|put|taken|shot|set|born|left)\b/;
const hasDone =
  /\b(?:has|have) (?:[a-z]+ly |also |already |now |since |just )?(?:launch|approv|agree|sign|order|open|announc|deploy|arrest|charg|award|clos|releas|demand|appoint|seiz|introduc|submitt|fil|publish|sentenc|accept|reject|receiv|donat|pledg|promis|impos|prepar|spawn)(?:e?d)\b/;

/** "The bank refused a payment of £4,100": something was done, and a sum belongs to it. */
const isDeed = (words: string, verb: string): boolean => {
  const past = /ed$/.test(verb) || isIrregularPast(verb);
  const first = words.search(/\d/);
  const done = doneTo.exec(words) ?? hasDone.exec(words);
  if (done && first > done.index + done[0].length && !share.test(words)) return true;
  const at = words.search(new RegExp(`\\b${verb}\\b`, "i"));
  return (
    past && !share.test(words) && !measuring.test(verb) && at >= 0 && (first < 0 || first > at)
  );
};

/** Whether the words state that one thing brought about another. */
export const isCausal = (words: string): boolean => cause.test(words) || afterCommand.test(words);
