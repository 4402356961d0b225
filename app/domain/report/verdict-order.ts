/**
 * Verdicts as the editor put them: those of the order first, all others after them as their claims stand in the article.
 *
 * @param order ids of claims.
 */
export function inEditorsOrder<V>(
  verdicts: readonly V[],
  order: readonly string[],
  of: (verdict: V) => { claimId: string; start: number },
): V[] {
  const place = (verdict: V) => {
    const at = order.indexOf(of(verdict).claimId);
    return at === -1 ? order.length : at;
  };
  return verdicts.toSorted(
    (one, other) => place(one) - place(other) || of(one).start - of(other).start,
  );
}

/** The order after one was put at another place. What is not there, and places outside, change nothing. */
export function movedTo(order: readonly string[], id: string, to: number): string[] {
  if (!order.includes(id) || to < 0 || to >= order.length) return [...order];
  return order.filter((one) => one !== id).toSpliced(to, 0, id);
}

/** The order with everything that is there in it, each once, and nothing else. */
export const completeOrder = (order: readonly string[], all: readonly string[]): string[] => [
  ...new Set([...order.filter((id) => all.includes(id)), ...all]),
];
