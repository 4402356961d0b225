import { diffArrays } from "diff";

import { compareWords, type BlockChange } from "../../verdict/compare-drafts";
import { blocksOf, longWords, shareOf, type Block } from "./paragraphs";

/** Beyond this many paragraphs that are others, two texts are shown as one gone and one come. */
const mostEdits = 2_000;
/** Paragraphs with fewer of their words in common are not one that changed. */
const leastAlike = 0.3;
/** Paragraphs that may come before the one that a paragraph became. */
const mostSkipped = 20;

/** Two versions of an article, paragraph by paragraph in reading order, and within those that changed word by word. */
export function compareVersions(before: string, after: string): BlockChange[] {
  const [from, to] = [blocksOf(before), blocksOf(after)];
  const parts = diffArrays(from, to, {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: mostEdits,
  }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ];
  const changes: BlockChange[] = [];
  let gone: Block[] = [];
  let come: Block[] = [];
  const close = () => {
    changes.push(...pairUp(gone, come));
    [gone, come] = [[], []];
  };
  for (const { value, added, removed } of parts) {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else {
      close();
      changes.push(...value.map(({ text }) => whole("same", text)));
    }
  }
  close();
  return changes;
}

const whole = (kind: "same" | "added" | "removed", text: string): BlockChange => ({
  kind,
  pieces: [{ kind, text }],
});

/** Paragraphs that went and those that came in their place: each with the next one that is much like it. */
function pairUp(gone: readonly Block[], come: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  const fresh = come.map(({ text }) => longWords(text));
  let next = 0;
  for (const { text } of gone) {
    const words = longWords(text);
    const like = fresh.findIndex((there, at) => {
      return at >= next && at < next + mostSkipped && shareOf(words, there) >= leastAlike;
    });
    if (like === -1) {
      changes.push(whole("removed", text));
      continue;
    }
    changes.push(...come.slice(next, like).map((one) => whole("added", one.text)));
    const pieces = compareWords(text, come[like]?.text ?? "");
    changes.push({ kind: "changed", pieces });
    next = like + 1;
  }
  return [...changes, ...come.slice(next).map(({ text }) => whole("added", text))];
}

/** How many paragraphs came, went and changed. */
export function countBlocks(changes: readonly BlockChange[]) {
  const count = (kind: BlockChange["kind"]) => changes.filter((one) => one.kind === kind).length;
  return { added: count("added"), removed: count("removed"), changed: count("changed") };
}
