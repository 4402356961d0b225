import type { LoaderFunctionArgs } from "@remix-run/node";

import { publishedStatistics } from "~/domain/report/statistics/published-statistics";
import { conditional } from "~/web/conditional.server";
import { csvOfStatistics } from "~/web/statistics-csv.server";

/** The figures of the page of statistics, all of them. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return conditional(request, {
    body: csvOfStatistics(publishedStatistics(await context.ports.publications.counts())),
    type: "text/csv; charset=utf-8",
    headers: { "Content-Disposition": 'attachment; filename="statistics.csv"' },
  });
}
