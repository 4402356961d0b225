import { askRetraction } from "~/commands/ask-retraction";
import { correctVerdict } from "~/commands/correct-verdict";
import { publishReport } from "~/commands/publish-report";
import type { Claim } from "~/domain/claim/claim";
import type { RevisionKind } from "~/domain/report/correction/kinds";

import { value, type TestDesk } from "./desk";
import { bringTo, reread, type Cast } from "./review-steps";

/** Publishes an approved claim of its article; answers with the report's part of its address. */
export async function publishClaim(
  { editor }: Cast,
  { id, articleId, version }: Claim,
  shortClaim = "The bridge was rejected",
): Promise<string> {
  return value(
    await publishReport(editor.ports, editor.person, {
      articleId,
      headline: "The bridge vote",
      summary: "What the council decided.",
      verdicts: [{ claimId: id, version, shortClaim }],
    }),
  ).slug;
}

/** A verdict on a claim of a new article, published. */
export async function newPublication(
  desk: TestDesk,
  people: Cast,
  shortClaim?: string,
): Promise<{ claimId: string; slug: string }> {
  const { claim } = await desk.newClaim(people.editor);
  const approved = await bringTo(desk, people, claim.id, "approved");
  return { claimId: claim.id, slug: await publishClaim(people, approved, shortClaim) };
}

/** Takes a step that can follow a publication; a retraction, which takes two, is asked for by the lead. */
export async function follow(
  { editor, lead }: Cast,
  claimId: string,
  action: "correct" | "uphold" | "retract",
  reason = "The date is wrong",
  kind?: RevisionKind,
): Promise<void> {
  if (action === "retract") {
    value(await askRetraction(lead.ports, lead.person, { claimId, reason }));
  }
  const { version } = await reread(editor, claimId);
  const at = { claimId, version, action, reason };
  value(await correctVerdict(editor.ports, editor.person, { ...at, ...(kind && { kind }) }));
}

/** Begins a correction of a published verdict and publishes what came of it. */
export async function publishCorrection(
  desk: TestDesk,
  people: Cast,
  claimId: string,
  shortClaim = "The bridge was voted down",
): Promise<void> {
  await follow(people, claimId, "correct");
  await publishClaim(people, await bringTo(desk, people, claimId, "approved"), shortClaim);
}
