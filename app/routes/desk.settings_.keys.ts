import type { ActionFunctionArgs } from "@remix-run/node";

import { setSingleKeys, singleKeysInput } from "~/commands/set-single-keys";
import { parseForm, textFields } from "~/web/form";
import { requirePerson } from "~/web/guards";

/** The switch for single keys, past the router, so that nothing of the open page is loaded anew. */
export async function action({ context, request }: ActionFunctionArgs) {
  requirePerson(context, request, "desk.enter");
  const parsed = parseForm(singleKeysInput, textFields(await request.formData()));
  if (!parsed.ok) throw new Response("Bad request", { status: 400 });
  const result = await setSingleKeys(context.ports, parsed.value);
  return new Response(null, { status: result.ok ? 204 : 409 });
}
