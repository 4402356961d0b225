import type { LoaderFunctionArgs } from "@remix-run/node";

import { readPresence } from "~/commands/read-presence";
import { may } from "~/domain/people/permissions";
import { mostRooms } from "~/web/people-in-rooms-provider";
import { isId } from "~/web/guards";

/** Who else is in the rooms of `?claims=ID,ID`, for a page of the desk that asks every few seconds. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { person, outage, ports } = context;
  const headers = { "Cache-Control": "no-store" };
  // Nobody is shown while it cannot be found out who asks; the page goes on asking.
  if (outage) return Response.json({}, { headers });
  if (person === null || !may(person, "desk.enter")) {
    return new Response(null, { status: 401, headers });
  }
  const claims = new URL(request.url).searchParams.get("claims") ?? "";
  const ids = claims.split(",").filter(isId).slice(0, mostRooms);
  return Response.json(await readPresence(ports, person, [...new Set(ids)]), { headers });
}
