import type { ActionFunctionArgs } from "@remix-run/node";

import { addEvidenceFile, addEvidenceFileInput } from "~/commands/add-evidence-file";
import { describeRefusal } from "~/domain/refusal";
import { openClaim } from "~/web/claim-page";
import { deskAction } from "~/web/desk-action";
import { parseForm } from "~/web/form";

/** Puts a file beside a source of the review. Answers why not, or null. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = await take(args);
  return Response.json({ message: "data" in answer ? answer.data.message : answer.message });
}

const take = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ person, form, values }) => {
    const { access } = await openClaim(args);
    // Nothing of a file is kept before it is known who sends it.
    if (access !== "write") return { message: "You can only read this review. Nothing was kept." };
    const file = form.get("file");
    if (!(file instanceof File)) return { message: "Choose a file." };
    const parsed = parseForm(addEvidenceFileInput, {
      ...values,
      claimId: args.params["id"] ?? "",
    });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const added = parsed.ok
      ? await addEvidenceFile(args.context.ports, person, parsed.value, { name: file.name, bytes })
      : parsed;
    return { message: added.ok ? null : describeRefusal(added.error) };
  });
