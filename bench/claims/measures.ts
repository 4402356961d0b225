/** Average precision of a ranking by score; equal scores keep their order. */
export function averagePrecision(relevant: readonly boolean[], scores: ArrayLike<number>): number {
  const order = relevant.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let hits = 0;
  let sum = 0;
  for (const [rank, i] of order.entries()) {
    if (relevant[i] !== true) continue;
    hits += 1;
    sum += hits / (rank + 1);
  }
  return hits === 0 ? 0 : sum / hits;
}

/** F1 of the positive class when everything from `threshold` on counts as positive. */
export function f1At(
  relevant: readonly boolean[],
  scores: ArrayLike<number>,
  threshold: number,
): number {
  let both = 0;
  let either = 0;
  for (const [i, is] of relevant.entries()) {
    const said = (scores[i] ?? 0) >= threshold;
    if (is && said) both += 1;
    either += Number(is) + Number(said);
  }
  return either === 0 ? 0 : (2 * both) / either;
}

/** The area under the curve of hits against false alarms. */
export function areaUnderCurve(relevant: readonly boolean[], scores: ArrayLike<number>): number {
  const order = relevant.map((_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && scores[order[j] ?? 0] === scores[order[i] ?? 0]) j += 1;
    for (let k = i; k < j; k += 1) {
      if (relevant[order[k] ?? 0] !== true) continue;
      positives += 1;
      rankSum += (i + j + 1) / 2;
    }
    i = j;
  }
  const negatives = relevant.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / Math.max(1, positives * negatives);
}

/** Mean of average precision over documents. */
export function meanAveragePrecision(
  rows: readonly { doc: string; relevant: boolean; score: number }[],
): number {
  const docs = new Map<string, { relevant: boolean[]; scores: number[] }>();
  for (const { doc, relevant, score } of rows) {
    const kept = docs.get(doc) ?? { relevant: [], scores: [] };
    kept.relevant.push(relevant);
    kept.scores.push(score);
    docs.set(doc, kept);
  }
  const each = [...docs.values()].map((doc) => averagePrecision(doc.relevant, doc.scores));
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}
