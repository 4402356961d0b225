import type { LoaderFunctionArgs } from "@remix-run/node";

import { may } from "~/domain/people/permissions";
import { isId } from "~/web/guards";

/** Who can be given the claims of `?claims=ID,ID`, and what speaks for and against each. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { person, outage, ports } = context;
  const headers = { "Cache-Control": "no-store" };
  if (outage) return new Response(null, { status: 503, headers });
  if (!may(person, "assignment.advice")) return new Response(null, { status: 401, headers });
  const claims = new URL(request.url).searchParams.get("claims") ?? "";
  const ids = [...new Set(claims.split(",").filter(isId))].slice(0, 100);
  return Response.json(await ports.claimList.assignable(ids), { headers });
}
