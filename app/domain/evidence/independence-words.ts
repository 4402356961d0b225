import { sourceTypeLabel, sourceTypes } from "./evidence";
import type { Independence, SourceGroup } from "./independence";

const numerals = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];
const inWords = (count: number): string => numerals[count] ?? String(count);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The answer in one line: how many sources stand on their own, and how many cards that is. */
export function independenceHeadline({ cards, groups }: Independence): string {
  if (cards === 0) return "No source yet";
  const count = groups.length;
  const sources = `${capital(inWords(count))} independent ${count === 1 ? "source" : "sources"}`;
  return count === cards ? sources : `${sources} in ${cards} cards`;
}

/** For and against, of independent sources. */
export function stanceWords({ byStance }: Independence): string {
  const { supports, refutes, context } = byStance;
  const parts = [
    `${inWords(supports)} for the claim`,
    `${inWords(refutes)} against it`,
    ...(context > 0 ? [`${inWords(context)} for context`] : []),
  ];
  return `${capital(parts.join(", "))}.`;
}

/** Of which kinds the cards are; kinds that do not occur are left out. */
export function typeWords({ byType }: Independence): string {
  const named = sourceTypes
    .filter((type) => byType[type] > 0)
    .map((type) => `${sourceTypeLabel[type].toLowerCase()} ${byType[type]}`);
  return named.length === 0 ? "" : `By kind: ${named.join(", ")}.`;
}

/** Why some cards count as one. */
export function groupWords({ numbers, titles, shared }: SourceGroup): string {
  if (numbers.length === 1)
    return `Source ${numbers[0] ?? ""} stands on its own: ${titles[0] ?? ""}`;
  return `Sources ${numbers.join(", ")} count as one: each ${shared.join(", or ") || "is the same"}.`;
}
