import type { Evidence } from "./evidence";

/** What a source repeats: another card of the claim, or an origin that has no card, such as an agency. */
export type Derivation = { kind: "card"; id: string } | { kind: "origin"; name: string };

/** As it is kept in a card: one line, `card:` with an id or `origin:` with a name. Null where it says nothing. */
export function readDerivation(line: string): Derivation | null {
  const rest = line.slice(line.indexOf(":") + 1).trim();
  if (rest === "") return null;
  if (line.startsWith("card:")) return { kind: "card", id: rest };
  return line.startsWith("origin:") ? { kind: "origin", name: rest } : null;
}

export function derivationLine(derivation: Derivation | null): string {
  if (derivation === null) return "";
  return derivation.kind === "card" ? `card:${derivation.id}` : `origin:${derivation.name.trim()}`;
}

/** Whether a card may hold this line at all; the server refuses anything else. */
export const isDerivationLine = (line: string): boolean =>
  line === "" || readDerivation(line) !== null || line === "origin:";

type Chained = Pick<Evidence, "id" | "derivedFrom">;

/** Whether a card would, over however many others, be derived from itself. */
export function wouldCycle(evidence: readonly Chained[], id: string, from: string): boolean {
  const parents = parentsOf(evidence);
  parents.set(id, from);
  return isInCycle(parents, id);
}

/** The cards that are derived from themselves. Two people who choose at the same moment can bring that about. */
export function cardsInCycles<E extends Chained>(evidence: readonly E[]): E[] {
  const parents = parentsOf(evidence);
  return evidence.filter(({ id }) => isInCycle(parents, id));
}

function parentsOf(evidence: readonly Chained[]): Map<string, string> {
  return new Map(
    evidence.flatMap(({ id, derivedFrom = "" }) => {
      const derivation = readDerivation(derivedFrom);
      return derivation?.kind === "card" ? [[id, derivation.id] as const] : [];
    }),
  );
}

function isInCycle(parents: ReadonlyMap<string, string>, id: string): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** In words: the title of the card it repeats, or the name of the origin. Null where it repeats nothing that is known. */
export function derivationWords(item: Evidence, evidence: readonly Evidence[]): string | null {
  const derivation = readDerivation(item.derivedFrom ?? "");
  if (derivation === null) return null;
  if (derivation.kind === "origin") return derivation.name;
  const at = evidence.findIndex(({ id }) => id === derivation.id);
  const card = evidence[at];
  return card
    ? `source ${at + 1}, ${card.title || card.url || "untitled"}`
    : "a source that was removed";
}
