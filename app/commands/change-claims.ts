import { z } from "zod";

import { priorities, type Claim } from "~/domain/claim/claim";
import { dismissalKinds } from "~/domain/claim/dismissal";
import type { Person } from "~/domain/people/person";
import { describeRefusal, type Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import { assignClaim } from "./assign-claim";
import type { Ports } from "./ports";
import { setTopics } from "./set-topics";
import { triageClaim } from "./triage-claim";

/** As many as a page of the list shows, with room. */
export const mostAtOnce = 100;

/** An empty field leaves what is there. */
const keep = z.literal("").transform(() => null);

export const claimChange = z.discriminatedUnion("change", [
  z
    .object({
      change: z.literal("assign"),
      leadId: z.union([keep, z.uuid()]),
      secondId: z.union([keep, z.uuid()]),
      due: z.enum(["keep", "set", "clear"]).default("keep"),
      priority: z.enum(["keep", ...priorities]).default("keep"),
      dueOn: z.union([keep, z.iso.date("Give the date as year-month-day.")]).default(null),
    })
    .refine(({ due, dueOn }) => due !== "set" || dueOn !== null, {
      path: ["dueOn"],
      message: "Give the date by which they are due.",
    }),
  z.object({ change: z.literal("accept") }),
  z.object({
    change: z.literal("dismiss"),
    kind: z.enum(dismissalKinds, "Choose why."),
    reason: z.string().trim().min(1, "Give a reason; it is kept in the trail.").max(1000),
  }),
  z.object({ change: z.literal("restore") }),
  z.object({
    change: z.literal("topic"),
    topicId: z.uuid("Choose a topic."),
    how: z.enum(["add", "remove"]),
  }),
]);
export type ClaimChange = z.infer<typeof claimChange>;

export const changeClaimsInput = z.object({
  claims: z
    .array(z.object({ id: z.uuid(), version: z.coerce.number().int() }))
    .min(1, "Select at least one claim.")
    .max(mostAtOnce, `Change at most ${mostAtOnce} claims at once.`),
  change: claimChange,
});

/** What became of one claim of several. */
export interface ChangeOutcome {
  claimId: string;
  statement: string;
  /** `already` when it stood as asked before, as after sending the same form twice. */
  outcome: "done" | "already" | "refused";
  /** Why it was refused; empty otherwise. */
  message: string;
}

/**
 * Makes the same change to several claims, one after the other and each by its own command: each is changed wholly or
 * not at all, and one that is refused keeps no other from being changed. Sending it again changes nothing twice.
 */
export async function changeClaims(
  ports: Ports,
  person: Person,
  { claims, change }: z.infer<typeof changeClaimsInput>,
): Promise<ChangeOutcome[]> {
  const found = new Map(
    (await ports.claims.these(claims.map(({ id }) => id))).map((claim) => [claim.id, claim]),
  );
  const outcomes: ChangeOutcome[] = [];
  for (const { id, version } of claims) {
    const claim = found.get(id);
    const tell = (outcome: ChangeOutcome["outcome"], message = "") =>
      void outcomes.push({ claimId: id, statement: claim?.statement ?? "", outcome, message });
    if (!claim) tell("refused", "There is no such claim.");
    else if (standsAsAsked(claim, change)) tell("already");
    else {
      const result = await changeOne(ports, person, { ...claim, version }, change);
      if (result === "away") {
        tell("refused", "The desk’s storage did not answer in time. Send it again.");
      } else if (result.ok) tell("done");
      else tell("refused", describeRefusal(result.error));
    }
  }
  return outcomes;
}

async function changeOne(
  ports: Ports,
  person: Person,
  claim: Claim,
  change: ClaimChange,
): Promise<Result<unknown, Refusal> | "away"> {
  const at = { claimId: claim.id, version: claim.version };
  try {
    if (change.change === "topic") {
      const { topicId, how } = change;
      const [add, remove] = how === "add" ? [[topicId], []] : [[], [topicId]];
      return await setTopics(ports, person, { on: "claim", id: claim.id, add, remove });
    }
    if (change.change === "dismiss") {
      const { kind, reason } = change;
      return await triageClaim(ports, person, { ...at, action: "dismiss", kind, reason });
    }
    if (change.change === "accept" || change.change === "restore") {
      return await triageClaim(ports, person, { ...at, action: change.change });
    }
    const wanted = assignmentOf(claim, change);
    if (wanted.leadId === null || wanted.secondId === null) {
      return {
        ok: false,
        error: {
          kind: "illegal",
          message: "It needs both a lead and a second reviewer, and has not both yet.",
        },
      };
    }
    const { leadId, secondId, dueOn, priority } = wanted;
    const given = await assignClaim(ports, person, {
      ...at,
      leadId,
      secondId,
      dueOn,
      priority,
    });
    if (given.ok || given.error.kind !== "invalid") return given;
    const message = Object.values(given.error.fields).flat().join(" ");
    return { ok: false, error: { kind: "illegal", message } };
  } catch (error) {
    console.error(error);
    return "away";
  }
}

function assignmentOf(claim: Claim, change: Extract<ClaimChange, { change: "assign" }>) {
  const dueOn = { keep: claim.dueOn, set: change.dueOn, clear: null }[change.due];
  return {
    leadId: change.leadId ?? claim.leadId,
    secondId: change.secondId ?? claim.secondId,
    dueOn,
    priority: change.priority === "keep" ? claim.priority : change.priority,
  };
}

function standsAsAsked(claim: Claim, change: ClaimChange): boolean {
  // The database knows, and does nothing twice.
  if (change.change === "topic") return false;
  if (change.change === "dismiss") {
    return (
      claim.state === "dismissed" &&
      claim.dismissalKind === change.kind &&
      claim.dismissalReason === change.reason
    );
  }
  if (change.change === "accept") return claim.state === "open";
  if (change.change === "restore") return claim.state === "proposed";
  const wanted = assignmentOf(claim, change);
  return (
    (claim.state === "in_review" || claim.state === "second_review") &&
    claim.leadId === wanted.leadId &&
    claim.secondId === wanted.secondId &&
    claim.dueOn === wanted.dueOn &&
    claim.priority === wanted.priority
  );
}
