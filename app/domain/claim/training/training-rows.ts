import { statementBefore, type ClaimHistory, type TriageEvent } from "./claim-history";
import { saysNothing, standingDecision } from "./standing-decision";
import { trainingSchema, type TrainingRow } from "./training-row";

/**
 * What a claim's history teaches, one row for everything that a person did, in the order of the trail. Being reworded
 * by a merge is told with the claim that was merged.
 *
 * @param others the claims that this one was split or merged into, by id; a row whose successors are not there is left
 *   out, because half of a pair teaches nothing.
 */
export function trainingRows(
  claim: ClaimHistory,
  others: ReadonlyMap<string, ClaimHistory>,
): TrainingRow[] {
  const standing = standingDecision(claim.events);
  return claim.events.flatMap((event, i): TrainingRow[] => {
    const { label, weight } = standing?.seq === event.seq ? standing : saysNothing;
    const common = {
      schema: trainingSchema,
      seq: event.seq,
      id: claim.id,
      articleId: claim.articleId,
      at: event.at,
      quote: claim.quote,
      prefix: claim.prefix,
      suffix: claim.suffix,
      statement: statementBefore(claim, event.seq),
      claimant: claim.claimant,
      type: claim.type,
      score: claim.score,
      origin: claim.origin,
      label,
      weight,
    } as const;
    switch (event.action) {
      case "add":
      case "accept":
      case "restore":
        return [{ ...common, action: event.action }];
      case "dismiss":
        return [{ ...common, action: event.action, kind: event.kind }];
      case "edit": {
        const { action, before, after, model } = event;
        return [{ ...common, action, before, after, model }];
      }
      case "take_in":
        return [];
      case "split": {
        const parts = event.into.flatMap((id) => others.get(id) ?? []);
        if (parts.length === 0 || parts.length < event.into.length) return [];
        const into = parts.map((part) => ({
          ...successor(part),
          statement: statementBefore(part, event.seq),
        }));
        return [{ ...common, action: event.action, into, model: event.model }];
      }
      case "merge": {
        const kept = others.get(event.into);
        if (!kept) return [];
        const until = claim.events[i + 1]?.seq ?? Infinity;
        const before = statementBefore(kept, event.seq);
        const after = takenIn(kept, claim.id, event.seq, until)?.after ?? before;
        return [{ ...common, action: event.action, into: { ...successor(kept), before, after } }];
      }
    }
  });
}

const successor = ({ id, quote, prefix, suffix }: ClaimHistory) => ({ id, quote, prefix, suffix });

/** How the claim that stayed was reworded for the one merged into it between these two entries. */
const takenIn = (
  { events }: ClaimHistory,
  merged: string,
  since: number,
  until: number,
): Extract<TriageEvent, { action: "take_in" }> | undefined =>
  events
    .filter((event) => event.action === "take_in")
    .find((event) => event.merged === merged && event.seq > since && event.seq < until);
