import type { LoaderFunctionArgs } from "@remix-run/node";

import { versionsAt } from "~/collab/history/versions";
import { mayReadHistory } from "~/domain/people/permissions";
import { openClaim } from "~/web/claim-page";
import { notFound } from "~/web/guards";

/** One earlier version of a review as JSON: its number, when it stood, and what it said. */
export async function loader(args: LoaderFunctionArgs) {
  const { claim, access } = await openClaim(args);
  if (!mayReadHistory(access)) throw new Response("Forbidden", { status: 403 });
  const n = Number(args.params["n"]);
  const rows = await args.context.ports.documents.history(claim.id);
  const row = rows.findLast((each) => each.n <= n);
  const version = versionsAt(rows, [n]).get(n);
  if (!row || !version) throw notFound();
  return Response.json(
    { n, at: row.at, draft: version.draft },
    { headers: { "Cache-Control": "no-store" } },
  );
}
