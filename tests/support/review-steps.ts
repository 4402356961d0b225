import { assignClaim } from "~/commands/assign-claim";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { signOff } from "~/commands/sign-off";
import { submitReview } from "~/commands/submit-review";
import { triageClaim } from "~/commands/triage-claim";
import type { Claim } from "~/domain/claim/claim";
import type { ClaimState } from "~/domain/review/workflow";
import type { Rating } from "~/domain/verdict/rating";

import { value, type Actor, type TestDesk } from "./desk";
import { completeDraft } from "./drafts";

export interface Cast {
  editor: Actor;
  lead: Actor;
  second: Actor;
}

export async function cast(desk: TestDesk): Promise<Cast> {
  const [editor, lead, second] = await Promise.all([
    desk.join("editor"),
    desk.join("reviewer"),
    desk.join("reviewer"),
  ]);
  return { editor, lead, second };
}

export async function reread(actor: Actor, claimId: string): Promise<Claim> {
  const claim = await actor.ports.claims.find(claimId);
  if (!claim) throw new Error("The claim is gone");
  return claim;
}

/** Takes a proposed claim, by the people's own commands, to a state; the lead rates it mostly true. */
export async function bringTo(
  desk: TestDesk,
  { editor, lead, second }: Cast,
  claimId: string,
  wanted: Exclude<ClaimState, "published" | "being_corrected" | "retracted">,
  secondRating: Rating = wanted === "disputed" ? "false" : "mostly_true",
): Promise<Claim> {
  for (;;) {
    const claim = await reread(editor, claimId);
    if (claim.state === wanted) return claim;
    const at = { claimId, version: claim.version };
    switch (claim.state) {
      case "proposed": {
        const dismissed = wanted === "dismissed";
        value(
          await triageClaim(editor.ports, editor.person, {
            ...at,
            action: dismissed ? "dismiss" : "accept",
            ...(dismissed && { reason: "An opinion" }),
          }),
        );
        break;
      }
      case "open":
      case "being_corrected":
        value(
          await assignClaim(editor.ports, editor.person, {
            ...at,
            leadId: lead.person.id,
            secondId: second.person.id,
            dueOn: null,
            priority: "normal",
          }),
        );
        break;
      case "in_review":
        desk.setDraft(claimId, completeDraft());
        value(await submitReview(lead.ports, lead.person, at));
        break;
      case "second_review":
        await decideAndSign(second, claim, secondRating);
        break;
      default:
        throw new Error(`No way from ${claim.state} to ${wanted}`);
    }
  }
}

/** Gives the second verdict. */
export async function decideOn(
  { ports, person }: Actor,
  { id, version }: Claim,
  rating: Rating,
): Promise<void> {
  const reason = "Read it myself";
  value(await giveSecondVerdict(ports, person, { claimId: id, version, rating, reason }));
}

async function decideAndSign(second: Actor, claim: Claim, rating: Rating): Promise<void> {
  const { ports, person } = second;
  if (!(await ports.reviews.revealed(claim.id, person.id))) {
    return decideOn(second, claim, rating);
  }
  const latest = (await ports.reviews.record(claim.id)).versions.at(-1);
  if (!latest) throw new Error("Nothing was submitted");
  const at = { claimId: claim.id, version: claim.version };
  value(await signOff(ports, person, { ...at, contentHash: latest.contentHash }));
}
