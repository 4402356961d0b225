import type { ScoreModel } from "~/domain/claim/score/codec";
import { packModel, unpackModel } from "~/domain/claim/score/codec";
import { scoreWith } from "~/domain/claim/score/score";

import type { DeskLabel } from "./desk-labels";
import { averagePrecision, f1At } from "./measures";
import { fitWeights, toExamples } from "./score-training";
import type { Example } from "./score-training";

/** How many debate sentences one judgement of the desk counts for: it is nearer to what the desk will read next. */
const deskWeight = 4;
/** With fewer labels than this a held-out part says nothing. */
export const enoughToMeasure = 50;
const heldOutShare = 0.3;

/** The desk's judgements as examples beside those of the debates. */
export function deskExamples(labels: readonly DeskLabel[]): Example[] {
  const examples = toExamples(
    labels.map(({ text, at, label }) => ({ text, debate: at, verdict: label === 1 ? 1 : -1 })),
  );
  return examples.map((example, i) => ({
    ...example,
    weight: deskWeight * (labels[i]?.weight ?? 1),
  }));
}

/**
 * Parts labels by time: the newest articles, about three in ten labels, are held out, and no article is on both sides.
 * Null when there are too few labels, or one side would have only one kind of them.
 */
export function partByTime(
  labels: readonly DeskLabel[],
): { earlier: DeskLabel[]; later: DeskLabel[] } | null {
  if (labels.length < enoughToMeasure) return null;
  const articles = new Map<string, DeskLabel[]>();
  for (const label of labels) {
    articles.set(label.articleId, [...(articles.get(label.articleId) ?? []), label]);
  }
  const newestFirst = [...articles.values()]
    .map((own) => ({ own, first: own.map(({ at }) => at).sort()[0] ?? "" }))
    .sort((a, b) => (a.first < b.first ? 1 : a.first > b.first ? -1 : 0));
  const later = new Set<DeskLabel>();
  for (const { own } of newestFirst) {
    if (later.size >= heldOutShare * labels.length) break;
    for (const label of own) later.add(label);
  }
  const parts = {
    earlier: labels.filter((label) => !later.has(label)),
    later: labels.filter((label) => later.has(label)),
  };
  return bothKinds(parts.earlier) && bothKinds(parts.later) ? parts : null;
}

const bothKinds = (labels: readonly DeskLabel[]): boolean =>
  new Set(labels.map(({ label }) => label)).size === 2;

export interface Quality {
  averagePrecision: number;
  f1: number;
}

/** How well a model tells held-out words that the desk took up from those it dismissed. */
export function qualityOn(labels: readonly DeskLabel[], model: ScoreModel): Quality {
  const rounded = unpackModel(packModel(model));
  const worth = labels.map(({ label }) => label === 1);
  const scores = labels.map(({ text }) => scoreWith(rounded, text));
  return { averagePrecision: averagePrecision(worth, scores), f1: f1At(worth, scores, 0.5) };
}

/**
 * What the desk's labels change on its own newest articles: a model of the debates alone beside one that has also seen
 * the desk's earlier articles. Null when that cannot be measured.
 */
export function effectOfDesk(
  labels: readonly DeskLabel[],
  debates: readonly Example[],
  calibration: Pick<ScoreModel, "slope" | "shift">,
): { trained: number; heldOut: number; before: Quality; after: Quality } | null {
  const parts = partByTime(labels);
  if (!parts) return null;
  const measure = (examples: readonly Example[]): Quality =>
    qualityOn(parts.later, { ...fitWeights(examples), ...calibration });
  return {
    trained: parts.earlier.length,
    heldOut: parts.later.length,
    before: measure(debates),
    after: measure([...debates, ...deskExamples(parts.earlier)]),
  };
}
