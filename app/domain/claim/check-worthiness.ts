import { scoreOf } from "./score/score";
import { interestCues, orderCues, specificityCues } from "./worth-cues";
import type { Cue, Weighed } from "./worth-cues";

export type { Weighed } from "./worth-cues";

/** What a check-worthiness is made of; each 0 to 1, so that an editor can weigh them otherwise. */
export interface Dimensions {
  /** What the trained model says of the words: whether people like them were called worth a check. */
  checkability: number;
  /** Cues that it matters to the public: policy, officials, accusations, harm. */
  publicInterest: number;
  /** Cues that there is something to get hold of: numbers, names, dates. */
  specificity: number;
}

export type Dimension = keyof Dimensions;

export const dimensionLabel: Record<Dimension, string> = {
  checkability: "Checkability",
  publicInterest: "Public interest",
  specificity: "Specificity",
};

export interface Worth {
  /** 0 to 1. */
  checkWorthiness: number;
  dimensions: Dimensions;
  /** Strongest first. */
  reasons: string[];
}

const bias = -1.4;
/** How much one step of the model's log odds moves ours. */
const modelShare = 0.6;
/** What the first sentence has over the last: newsrooms put first what matters. */
const earliness = 0.7;
/** What one standard deviation of centrality adds, and from where on it is a reason of its own. */
const centralShare = 0.5;
const clearlyCentral = 1;
/** Below 1 it keeps scores apart that would all be near 1. */
const sharpness = 0.6;
const clearModelScore = 0.75;

/** How much a claim deserves a check: the trained model plus what can be seen of the claim. */
export function weigh(claim: Weighed): Worth {
  const checkability = scoreOf(claim.words);
  const interest = holding(interestCues, claim);
  const specific = holding(specificityCues, claim);
  const order = holding(orderCues, claim);
  // How often the article comes back to an opinion does not make it one that can be settled.
  const centrality = claim.type === "opinion" ? 0 : bounded(claim.centrality);
  const all = [...interest, ...specific, ...order];
  const sum =
    bias +
    modelShare * logOdds(checkability) +
    earliness * (1 - claim.position) +
    centralShare * centrality +
    total(all);
  const reasons = all
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .flatMap((cue) => cue.reason ?? []);
  if (checkability >= clearModelScore) reasons.push("worded like claims that were checked");
  if (centrality >= clearlyCentral) reasons.push("the article comes back to it");
  return {
    checkWorthiness: rounded(logistic(sharpness * sum)),
    dimensions: {
      checkability: rounded(checkability),
      publicInterest: rounded(logistic(2 * total(interest) - 1.5)),
      specificity: rounded(logistic(2 * total(specific) - 1.5)),
    },
    reasons,
  };
}

const holding = (cues: readonly Cue[], claim: Weighed): Cue[] =>
  cues.filter((cue) => cue.holds(claim));

const total = (cues: readonly Cue[]): number => cues.reduce((sum, cue) => sum + cue.weight, 0);

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const logOdds = (p: number): number => {
  const inside = Math.min(0.98, Math.max(0.02, p));
  return Math.log(inside / (1 - inside));
};

/** A sentence of many common words is not worth more and more. */
const bounded = (deviations: number): number => Math.min(2, Math.max(-2, deviations));

const rounded = (x: number): number => Math.round(1000 * x) / 1000;
