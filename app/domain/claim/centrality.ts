import { matchWords } from "./match/match-words";

/** Fewer sentences have nothing to be central to. */
const fewest = 6;
/** Beyond these a text is no article, and new words of it say little. */
const mostWords = 50_000;

/**
 * How much each sentence has in common with the others, in standard deviations from the mean of the text: newsrooms
 * come back to what a story is about. This is the degree centrality of LexRank (Erkan and Radev, 2004), with shared
 * words over the root of both lengths as the likeness; summed by word instead of by pair, so that it takes linear time.
 */
export function centralitiesOf(sentences: readonly string[]): number[] {
  if (sentences.length < fewest) return sentences.map(() => 0);
  const shares = new Map<string, number>();
  for (const sentence of sentences) {
    const words = new Set(matchWords(sentence));
    for (const word of words) {
      if (!shares.has(word) && shares.size >= mostWords) continue;
      shares.set(word, (shares.get(word) ?? 0) + 1 / Math.sqrt(words.size));
    }
  }
  const likeness = sentences.map((sentence) => {
    const words = new Set(matchWords(sentence));
    const root = Math.sqrt(Math.max(1, words.size));
    const all = [...words].reduce((sum, word) => sum + (shares.get(word) ?? 0), 0);
    const own = [...words].filter((word) => shares.has(word)).length / root;
    return (all - own) / root;
  });
  const mean = likeness.reduce((sum, each) => sum + each, 0) / likeness.length;
  const spread = Math.sqrt(
    likeness.reduce((sum, each) => sum + (each - mean) ** 2, 0) / likeness.length,
  );
  return likeness.map((each) => (spread > 0 ? (each - mean) / spread : 0));
}
