import { parse } from "tldts";

import { readDerivation } from "./derivation";
import { sourceTypes, stances, type Evidence, type SourceType, type Stance } from "./evidence";

/** Cards that count as one source, and what makes them one. */
export interface SourceGroup {
  /** Numbers in the list, from 1. */
  numbers: number[];
  titles: string[];
  /** What they share, in words; empty for a card on its own. */
  shared: string[];
  stances: Stance[];
}

/** How many sources of a claim stand on their own. */
export interface Independence {
  cards: number;
  groups: SourceGroup[];
  /** Independent sources with at least one card of that stance; one source can count under two. */
  byStance: Record<Stance, number>;
  /** Cards by kind. */
  byType: Record<SourceType, number>;
}

/**
 * Puts together what goes back to the same origin, comes from the same publisher or stands under the same registrable
 * domain. Each such group counts once, however many cards it has.
 */
export function independenceOf(evidence: readonly Evidence[]): Independence {
  const groupOf = evidence.map((_, at) => at);
  const firstWith = new Map<string, { at: number; words: string }>();
  const shared = new Map<number, Set<string>>();
  const rootOf = (at: number): number => {
    let root = at;
    while (groupOf[root] !== undefined && groupOf[root] !== root) root = groupOf[root] ?? root;
    return root;
  };
  evidence.forEach((item, at) => {
    for (const { key, words } of marksOf(item)) {
      const first = firstWith.get(key);
      if (!first) {
        firstWith.set(key, { at, words });
        continue;
      }
      const from = first.words || words;
      if (from !== "") shared.set(at, (shared.get(at) ?? new Set()).add(from));
      groupOf[rootOf(at)] = rootOf(first.at);
    }
  });
  const roots = [...new Set(evidence.map((_, at) => rootOf(at)))];
  const groups = roots.map((root): SourceGroup => {
    const members = evidence.flatMap((item, at) => (rootOf(at) === root ? [{ item, at }] : []));
    return {
      numbers: members.map(({ at }) => at + 1),
      titles: members.map(({ item }) => item.title || item.url || "Untitled"),
      shared: [...new Set(members.flatMap(({ at }) => [...(shared.get(at) ?? [])]))],
      stances: stances.filter((stance) => members.some(({ item }) => item.stance === stance)),
    };
  });
  return {
    cards: evidence.length,
    groups,
    byStance: counts(
      stances,
      (stance) => groups.filter((one) => one.stances.includes(stance)).length,
    ),
    byType: counts(sourceTypes, (type) => evidence.filter((one) => one.sourceType === type).length),
  };
}

/** What a card shares with others that are not independent of it. */
function marksOf({ id, title, url, publisher, derivedFrom = "" }: Evidence) {
  const from = readDerivation(derivedFrom);
  // Blogs under one host such as a platform for them are each their own.
  const { domain: registrable, hostname } = parse(url, { allowPrivateDomains: true });
  const domain = url === "" ? null : (registrable ?? hostname);
  const name = nameKey(publisher);
  return [
    { key: `card:${id}`, words: `goes back to “${title || url || "a source without a title"}”` },
    ...(from?.kind === "card"
      ? [{ key: `card:${from.id}`, words: "goes back to a source that was removed" }]
      : []),
    ...(from?.kind === "origin" && nameKey(from.name) !== ""
      ? [{ key: `name:${nameKey(from.name)}`, words: `goes back to ${from.name}` }]
      : []),
    ...(name === "" ? [] : [{ key: `name:${name}`, words: `comes from ${publisher.trim()}` }]),
    ...(domain === null ? [] : [{ key: `site:${domain}`, words: `stands on ${domain}` }]),
  ];
}

/** Names that differ in case, spaces or accents' encoding are one. */
const nameKey = (name: string): string =>
  name.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();

function counts<T extends string>(
  names: readonly T[],
  count: (name: T) => number,
): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<T, number>;
}
