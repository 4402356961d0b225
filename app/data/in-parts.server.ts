/** As many ids as go into one question without its address growing too long. */
const mostIds = 100;

/** Asks about ids, a hundred in each question and all questions at once; answers with what came of all of them. */
export async function askInParts<T>(
  ids: readonly string[],
  ask: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, part) =>
    ids.slice(part * mostIds, (part + 1) * mostIds),
  );
  return (await Promise.all(parts.map(ask))).flat();
}
