import type { LoaderFunctionArgs } from "@remix-run/node";

import { may } from "~/domain/people/permissions";

/** How many notifications the person who asks has not read, for pages of the desk that ask every few seconds. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { person, outage, ports } = context;
  const headers = { "Cache-Control": "no-store" };
  // Nobody knows while it cannot be found out who asks; the page keeps its number and goes on asking.
  if (outage) return Response.json({ unread: null }, { headers });
  if (person === null || !may(person, "desk.enter")) {
    return new Response(null, { status: 401, headers });
  }
  return Response.json({ unread: await ports.notifications.unread() }, { headers });
}
