import fc from "fast-check";

import { dismissalKinds } from "~/domain/claim/dismissal";
import type { ClaimHistory, TriageEvent } from "~/domain/claim/training/claim-history";

/** A claim of the engine that nobody has touched, changed where a test needs it. */
export function history(changes: Partial<ClaimHistory> = {}): ClaimHistory {
  return {
    id: "claim",
    articleId: "article",
    quote: "It rained.",
    prefix: "On Monday. ",
    suffix: " Nobody came.",
    statement: "It rained in Rome.",
    claimant: null,
    type: "event",
    origin: "engine",
    score: 0.4,
    events: [],
    ...changes,
  };
}

/** Events in order, with times and numbers that do not matter. */
export function events(...done: (TriageEvent extends infer E ? Lone<E> : never)[]): TriageEvent[] {
  return done.map((event, i) => ({
    ...event,
    seq: 10 * (i + 1),
    at: "2026-11-25T10:00:00.000000Z",
  }));
}
type Lone<E> = E extends TriageEvent ? Omit<E, "seq" | "at"> : never;

const word = fc.string({ minLength: 1, maxLength: 8 });
type Step =
  | { action: "accept" | "restore" | "split" | "merge" }
  | { action: "dismiss"; kind: (typeof dismissalKinds)[number] }
  | { action: "edit"; after: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ action: fc.constantFrom("accept", "restore", "split", "merge") }),
  fc.record({ action: fc.constant("dismiss"), kind: fc.constantFrom(...dismissalKinds) }),
  fc.record({ action: fc.constant("edit"), after: word }),
);

/** Claims as the workflow lets them become: what a state does not allow is left out, and rewordings follow each other. */
export const histories: fc.Arbitrary<ClaimHistory> = fc
  .tuple(word, fc.array(step, { maxLength: 20 }))
  .map(([first, steps]) => {
    let statement = first;
    let state: "proposed" | "open" | "dismissed" = "proposed";
    const done: Parameters<typeof events> = [];
    for (const next of steps) {
      const legal =
        next.action === "restore"
          ? state === "dismissed"
          : state !== "dismissed" && (next.action !== "accept" || state === "proposed");
      if (!legal) continue;
      switch (next.action) {
        case "accept":
          state = "open";
          done.push({ action: "accept" });
          break;
        case "restore":
          state = "proposed";
          done.push({ action: "restore" });
          break;
        case "edit":
          done.push({ action: "edit", before: statement, after: next.after, model: null });
          statement = next.after;
          break;
        case "dismiss":
          state = "dismissed";
          done.push(next);
          break;
        case "split":
          state = "dismissed";
          done.push({ action: "split", into: ["part", "part"], model: null });
          break;
        case "merge":
          state = "dismissed";
          done.push({ action: "merge", into: "part" });
      }
    }
    return history({ statement, events: events(...done) });
  });
