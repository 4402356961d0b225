import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { may } from "~/domain/people/permissions";
import { deskAction } from "~/web/desk-action";
import { isId } from "~/web/guards";

/** How many notifications the person who asks has not read, and whether the desk is read-only, for pages of the desk that ask every few seconds. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { person, outage, ports } = context;
  const headers = { "Cache-Control": "no-store" };
  // Nobody knows while it cannot be found out who asks; the page keeps its number and goes on asking.
  if (outage) return Response.json({ unread: null, readOnly: null }, { headers });
  if (person === null || !may(person, "desk.enter")) {
    return new Response(null, { status: 401, headers });
  }
  const { unread, readOnly } = await ports.desk.frame();
  return Response.json({ unread, readOnly: readOnly !== null }, { headers });
}

/** Says that the person who asks has come to a claim, and so has read what they were told of it. */
export const action = (args: ActionFunctionArgs) =>
  deskAction(args, "desk.enter", async ({ values }) => {
    const { claimId = "" } = values;
    if (!isId(claimId)) throw new Response("Bad request", { status: 400 });
    await args.context.ports.notifications.seeThoseOf(claimId);
    return Response.json(null);
  });
