import type { ClaimType } from "./claim";
import { isCausal, isFigure } from "./claim-type";
import { isDemonym, isCountry, officialWords } from "./word-lists";

/** What is known of a claim, or of a sentence, when its worth is weighed. */
export interface Weighed {
  /** The article's words. */
  words: string;
  type: ClaimType;
  claimant: string | null;
  /** How the speaker is introduced: "former Prime Minister of Italy Giuseppe Conte". */
  speakerWords: string;
  directQuote: boolean;
  hearsay: boolean;
  /** A relative clause that only introduces somebody: "who leads the party". */
  aside: boolean;
  /** Where it stands: 0 for the first sentence of the body, 1 for the last. */
  position: number;
  /** How many sentences of the body stand before it. */
  before: number;
  /** How much its sentence has in common with the others: see `centralitiesOf`. */
  centrality: number;
  openNotes: number;
}

/** Something that a reader can see in a claim. */
export interface Cue {
  weight: number;
  /** Shown to the reader of the score; null for what is only a correction. */
  reason: string | null;
  holds(claim: Weighed): boolean;
}

const accusation =
  /\b(?:accus|alleg|illegal|unlawful|corrupt|fraud|violat|kill|murder|manslaughter|tortur|bann?|bans\b|forced\b|reject|refus|den(?:y|ies|ied)\b|dismiss|no plans|whitewash|mislead|misled|shunn?|neglect|lied|lying|stole|stolen|rigged|crime|criminal|attack|invad|turned its back|broke|breach|abandon|opposes?\b|opposed\b|cover(?:ed)? up|secret|weapon|arm(?:s|ed|ing)\b|fight|war\b|arrest|imprison|prosecut|guilty|abus|discriminat|persecut|caus(?:ed|ing) (?:the )?death|died|deaths?\b)/i;
const hedge =
  /\b(?:possibly|perhaps|probably|some|certain|several|various|apparently|appears?|seems?)\b/i;
const policy =
  /\b(?:law|decree|treaty|agreement|deal|truce|accord|sanctions?|tax(?:es)?|budget|elections?|votes?|voted|parliament|government|minister|president|court|nato|military|navy|police|troops|neutral|negotiat\w*|guarantees?|policy|peace|billion|million|refugees?|migrants?|asylum|visas?|vaccin\w*|hospital|schools?|inflation|unemployment|security)\b/i;
const officialAct =
  /\b(?:agreed|signed|rejected|declared|banned|bans|approved|vetoed|negotiated|issued|ratified|imposed|ordered|abolished|suspended|denied|granted|arrested|(?:deal|agreement|treaty|accord|law|bill|decree) would)\b/i;
const harm =
  /\b(?:killed|died|dead|deaths?|injured|wounded|victims?|disease|infections?|risk|danger|toxic|unsafe|vulnerabilit\w+|cures?|causes?)\b/i;
const health =
  /\b(?:no evidence|effective(?:ness)?|placebo|treatments?|treated|medical|medicines?|symptoms?|illness|doctors?|patients?|side effects?|vaccines?)\b/i;
const background =
  /\b(?:served as|was born|is located|is known as|member of|the interview|was focused on|spoke (?:to|with)|leads? the|is scheduled|was founded|is a form of|is one of the)\b/i;
const evidence =
  /\b(?:study|studies|data|figures|statistics|survey|poll|evidence|documents?|record|estimates?)\b/i;

/** Why the public should want to know. */
export const interestCues: readonly Cue[] = [
  { weight: 0.8, reason: "causal claim", holds: (c) => c.type === "causal" || isCausal(c.words) },
  { weight: 0.3, reason: "said by an official", holds: (c) => isOfficial(c) },
  { weight: 0.7, reason: "accusation or conflict", holds: (c) => accusation.test(c.words) },
  { weight: 0.5, reason: "public policy", holds: (c) => policy.test(c.words) },
  { weight: 0.4, reason: "harm to people", holds: (c) => harm.test(c.words) },
  { weight: 0.4, reason: "health of people", holds: (c) => health.test(c.words) },
  { weight: 0.45, reason: "an official act or its terms", holds: (c) => officialAct.test(c.words) },
];

/** What a check could get hold of. */
export const specificityCues: readonly Cue[] = [
  {
    weight: 1,
    reason: "names a number",
    holds: (c) => c.type === "statistic" || isFigure(c.words),
  },
  { weight: 0.25, reason: "gives a date", holds: (c) => /\b(?:19|20)\d\d\b/.test(c.words) },
  { weight: 0.25, reason: "names who or where", holds: (c) => namesOf(c.words) >= 1 },
  { weight: 0.2, reason: "names its evidence", holds: (c) => evidence.test(c.words) },
  { weight: -0.5, reason: "hedged", holds: (c) => hedge.test(c.words) },
  { weight: -0.2, reason: "hearsay", holds: (c) => c.hearsay },
];

/** How much of some words stands in quotation marks, 0 to 1. */
const quotedShare = (words: string): number =>
  (words.match(/[“"][^”"]*[”"]?/g) ?? []).join("").length / Math.max(1, words.length);

/** Words that cannot be judged without the sentence before them. */
const leansBack = /^["“]?(?:He|She|It|They|This|That|These|We|I|You)\b/;

/** What else moves a claim up or down the list. */
export const orderCues: readonly Cue[] = [
  { weight: 0.4, reason: "direct quotation", holds: (c) => c.type === "quote" && c.directQuote },
  { weight: 0.45, reason: "can be compared with what was said", holds: (c) => c.type === "quote" },
  { weight: 0.3, reason: "an event that leaves records", holds: (c) => c.type === "event" },
  { weight: 0.6, reason: "stands early in the article", holds: (c) => c.before < 3 },
  { weight: -0.3, reason: "little but a quotation", holds: (c) => quotedShare(c.words) > 0.6 },
  { weight: -0.2, reason: null, holds: (c) => leansBack.test(c.words) },
  { weight: -0.8, reason: "background", holds: (c) => background.test(c.words) },
  {
    weight: -0.7,
    reason: "an aside",
    holds: (c) => c.aside && !accusation.test(c.words) && !policy.test(c.words),
  },
  { weight: -0.8, reason: "prediction", holds: (c) => c.type === "prediction" },
  { weight: -4.2, reason: "opinion, nothing to settle", holds: (c) => c.type === "opinion" },
  { weight: -0.25, reason: null, holds: (c) => c.openNotes >= 2 },
  {
    weight: -0.6,
    reason: null,
    holds: (c) => c.words.length < 40 && c.claimant === null && !policy.test(c.words),
  },
];

function namesOf(words: string): number {
  const capitals = words.match(/(?<![.!?“"]\s|^)\b\p{Lu}[\p{L}\d’'-]+/gu) ?? [];
  const first = /^[“"”]?(\p{Lu}[\p{L}\d]+)/u.exec(words)?.[1] ?? "";
  const firstIsName = isCountry(first) || /\d|^\p{Lu}{2,}$/u.test(first);
  return capitals.filter((word) => !isDemonym(word.toLowerCase())).length + (firstIsName ? 1 : 0);
}

const isOfficial = ({ claimant, speakerWords }: Weighed): boolean =>
  claimant !== null &&
  speakerWords
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => officialWords.has(word));
