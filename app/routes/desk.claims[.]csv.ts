import type { LoaderFunctionArgs } from "@remix-run/node";

import { filterFromQuery } from "~/domain/claim/list/claim-filter";
import { csvOfClaims } from "~/web/claims-csv";
import { requirePerson } from "~/web/guards";

/** What the list shows, all pages of it, as a file for a spreadsheet. */
export function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "desk.enter");
  const filter = filterFromQuery(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  return new Response(csvOfClaims(context.ports, filter, today), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="claims-${today}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
