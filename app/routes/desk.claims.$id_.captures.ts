import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { askForCapture, askForCaptureInput } from "~/commands/ask-for-capture";
import { documentRight } from "~/domain/people/permissions";
import { describeRefusal } from "~/domain/refusal";
import { openClaim } from "~/web/claim-page";
import { deskAction } from "~/web/desk-action";
import { parseForm } from "~/web/form";
import { readSources } from "~/web/source-standings";

/**
 * How the sources of a review stand now, as JSON, for its room that asks while something is under way; null for who may
 * not read the review.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { claim, access } = await openClaim(args);
  const headers = { "Cache-Control": "no-store" };
  // A room may ask in the very moment in which its right ends: that is no fault of it, and it is told nothing.
  if (documentRight(access) === null) return Response.json(null, { headers });
  const { ports } = args.context;
  const { draft } = await ports.documents.read(claim.id);
  return Response.json(await readSources(ports, claim.id, draft.evidence), { headers });
}

/** Has one of its sources captured now. Answers why not, or null. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, values }) => {
    const parsed = parseForm(askForCaptureInput, { ...values, claimId: args.params["id"] ?? "" });
    const asked = parsed.ok
      ? await askForCapture(args.context.ports, person, parsed.value)
      : parsed;
    return { message: asked.ok ? null : describeRefusal(asked.error) };
  });
