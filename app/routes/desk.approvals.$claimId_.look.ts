import type { ActionFunctionArgs } from "@remix-run/node";

import { noteApprovalLook, noteApprovalLookInput } from "~/commands/note-approval-look";
import { deskAction } from "~/web/desk-action";
import { parseForm, refuse } from "~/web/form";

/** Says that the person who asks has this claim before them in the lane. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "approval.read", async ({ person, values }) => {
    const parsed = parseForm(noteApprovalLookInput, { claimId: args.params["claimId"] ?? "" });
    if (!parsed.ok) return refuse(parsed.error, values);
    const noted = await noteApprovalLook(args.context.ports, person, parsed.value);
    return noted.ok ? Response.json(null) : refuse(noted.error, values);
  });
