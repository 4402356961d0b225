import type { ClaimType } from "./claim";
import { isCausal, isFigure } from "./claim-type";
import { isDemonym, isCountry, officialWords } from "./word-lists";

/** What is known of a claim when its worth is weighed. */
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
  openNotes: number;
}

interface Feature {
  weight: number;
  /** Shown to the reader of the score; null for what is only a correction. */
  reason: string | null;
  holds(claim: Weighed): boolean;
}

const bias = -1.35;

const accusation =
  /\b(?:accus|alleg|illegal|unlawful|corrupt|fraud|violat|kill|murder|torture|bann?|bans\b|forced\b|reject|refus|lied|lying|stole|stolen|rigged|crime|attack|invad|turned its back|broke|breach|abandon|opposes?\b|opposed\b|cover(?:ed)? up|secret|weapon|arm(?:s|ed|ing)\b|fight|war\b)/i;
const hedge =
  /\b(?:may|might|could|possibly|perhaps|probably|some|certain|several|various|apparently|appears?|seems?)\b/i;
const policy =
  /\b(?:law|decree|treaty|agreement|deal|truce|accord|sanction|tax|budget|election|vote|parliament|government|minister|president|court|nato|military|troops|neutral|negotiat|guarantees?|policy|peace|billion|million)\b/i;
const officialAct =
  /\b(?:agreed|signed|rejected|declared|banned|bans|approved|vetoed|negotiated|issued|ratified|imposed|ordered|abolished|suspended|(?:deal|agreement|treaty|accord|law|bill|decree) would)\b/i;
const background =
  /\b(?:served as|was born|is located|is known as|member of|the interview|was focused on|spoke (?:to|with)|leads? the|is scheduled)\b/i;

/** The whole model: a weighted sum of what can be seen, through the logistic function. */
export const features: readonly Feature[] = [
  {
    weight: 0.9,
    reason: "names a number",
    holds: (c) => c.type === "statistic" || isFigure(c.words),
  },
  { weight: 0.25, reason: "gives a date", holds: (c) => /\b(?:19|20)\d\d\b/.test(c.words) },
  { weight: 1.0, reason: "causal claim", holds: (c) => c.type === "causal" || isCausal(c.words) },
  { weight: 0.7, reason: "names who or where", holds: (c) => namesOf(c.words) >= 1 },
  { weight: 0.3, reason: "brings several parties together", holds: (c) => namesOf(c.words) >= 2 },
  {
    weight: 0.6,
    reason: "said by an official",
    holds: (c) => c.claimant !== null && isOfficial(c.speakerWords),
  },
  { weight: 0.4, reason: "direct quotation", holds: (c) => c.type === "quote" && c.directQuote },
  { weight: 0.55, reason: "can be compared with what was said", holds: (c) => c.type === "quote" },
  { weight: 0.7, reason: "accusation or conflict", holds: (c) => accusation.test(c.words) },
  { weight: 0.5, reason: "public policy", holds: (c) => policy.test(c.words) },
  { weight: 0.4, reason: "an event that leaves records", holds: (c) => c.type === "event" },
  { weight: 0.3, reason: "stands early in the article", holds: (c) => c.position < 0.15 },
  { weight: -0.5, reason: "hearsay", holds: (c) => c.hearsay },
  { weight: -0.35, reason: "hedged", holds: (c) => hedge.test(c.words) },
  { weight: -0.8, reason: "background", holds: (c) => background.test(c.words) },
  {
    weight: -0.7,
    reason: "an aside",
    holds: (c) => c.aside && !accusation.test(c.words) && !policy.test(c.words),
  },
  { weight: 0.45, reason: "an official act or its terms", holds: (c) => officialAct.test(c.words) },
  { weight: -1.1, reason: "prediction", holds: (c) => c.type === "prediction" },
  { weight: -2.6, reason: "opinion, nothing to settle", holds: (c) => c.type === "opinion" },
  { weight: -0.25, reason: null, holds: (c) => c.openNotes >= 2 },
  {
    weight: -0.6,
    reason: null,
    holds: (c) => c.words.length < 40 && c.claimant === null && !policy.test(c.words),
  },
];

/** How much a claim deserves a check, 0 to 1 with two decimals, and the features that made it so, strongest first. */
export function weigh(claim: Weighed): { checkWorthiness: number; reasons: string[] } {
  const holding = features.filter((feature) => feature.holds(claim));
  const sum = holding.reduce((total, feature) => total + feature.weight, bias);
  const reasons = [...holding]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .flatMap((feature) => feature.reason ?? []);
  return { checkWorthiness: Math.round(100 / (1 + Math.exp(-sum))) / 100, reasons };
}

function namesOf(words: string): number {
  const capitals = words.match(/(?<![.!?“"]\s|^)\b\p{Lu}[\p{L}\d’'-]+/gu) ?? [];
  const first = /^[“"”]?(\p{Lu}[\p{L}\d]+)/u.exec(words)?.[1] ?? "";
  const firstIsName = isCountry(first) || /\d|^\p{Lu}{2,}$/u.test(first);
  return capitals.filter((word) => !isDemonym(word.toLowerCase())).length + (firstIsName ? 1 : 0);
}

const isOfficial = (speaker: string): boolean =>
  speaker
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => officialWords.has(word));
