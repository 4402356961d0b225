import * as Y from "yjs";

import { fail, ok, type Result } from "~/domain/result";

import type { Limits } from "./limits";
import { rationaleNodes } from "./rationale";
import { documentParts } from "./review-document";

/** What an update would do, learned by decoding it without applying it. */
export interface UpdateFacts {
  /** For each client id with structs here: the clock of the first one, and the clock after the last one. */
  clients: Map<number, { from: number; to: number }>;
  /** For each client id with structs left out in between: the clock after the last one left out. */
  holes: Map<number, number>;
  /** For each client id that is referred to or deleted from: the clock that must exist before. */
  needs: Map<number, number>;
  /** Shared types that come into being here. */
  types: Y.ID[];
}

/** Whether the update neither adds nor deletes anything. */
export const isEmpty = ({ clients, needs }: UpdateFacts): boolean =>
  clients.size === 0 && needs.size === 0;

type Limited = Pick<Limits, "structsPerUpdate" | "highestClock">;

/**
 * Decodes an update from outside. Fails, with words for the log, on anything an honest editor of a review never
 * sends; time and memory are bounded by the size of the message.
 */
export function readUpdateFacts(update: Uint8Array, limits: Limited): Result<UpdateFacts, string> {
  let decoded;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return fail("undecodable update");
  }
  const { structs, ds } = decoded;
  if (structs.length > limits.structsPerUpdate) return fail("too many structs");

  const facts: UpdateFacts = { clients: new Map(), holes: new Map(), needs: new Map(), types: [] };
  for (const struct of structs) {
    const problem = addStruct(facts, struct, limits);
    if (problem !== null) return fail(problem);
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isClock(clock + len, limits)) return fail("delete beyond the highest clock");
      need(facts, client, clock + len);
    }
  }
  return ok(facts);
}

function addStruct(
  facts: UpdateFacts,
  struct: Y.Item | Y.GC | Y.Skip,
  limits: Limited,
): string | null {
  const { client, clock } = struct.id;
  const end = clock + struct.length;
  if (!isClock(end, limits) || struct.length < 1) return "clock out of range";
  const range = facts.clients.get(client);
  if (range && range.to !== clock) return "structs out of order";
  if (range) range.to = end;
  else facts.clients.set(client, { from: clock, to: end });

  if (struct instanceof Y.Skip) {
    facts.holes.set(client, end);
    return null;
  }
  return struct instanceof Y.Item ? addItem(facts, struct) : null;
}

function addItem(facts: UpdateFacts, item: Y.Item): string | null {
  // A decoded, not yet integrated item names its parent: a top-level type by a string, any other by its id.
  const parent: unknown = item.parent;
  if (typeof parent === "string" && !isPart(parent)) return "unknown top-level type";
  for (const id of [item.origin, item.rightOrigin, parent]) {
    if (id instanceof Y.ID) need(facts, id.client, id.clock + 1);
  }
  if (item.content instanceof Y.ContentType) facts.types.push(item.id);
  return contentProblem(item.content);
}

function contentProblem(content: unknown): string | null {
  if (content instanceof Y.ContentType) {
    const { type } = content;
    if (type instanceof Y.XmlElement) {
      return rationaleNodes.some((name) => name === type.nodeName) ? null : "unknown node";
    }
    const known = [Y.XmlText, Y.Text, Y.Map].some((kind) => type instanceof kind);
    return known && !(type instanceof Y.XmlHook) ? null : "unknown shared type";
  }
  const refused = [Y.ContentDoc, Y.ContentBinary, Y.ContentEmbed];
  return refused.some((kind) => content instanceof kind) ? "content of a refused kind" : null;
}

const isPart = (name: string): boolean => documentParts.some((part) => part === name);

const isClock = (clock: number, limits: Limited): boolean =>
  Number.isSafeInteger(clock) && clock >= 0 && clock <= limits.highestClock;

function need(facts: UpdateFacts, client: number, clock: number): void {
  const known = facts.needs.get(client) ?? 0;
  if (clock > known) facts.needs.set(client, clock);
}
