import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound } from "~/web/guards";

/** A published report for machines, with its verdicts and its trail. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw notFound();
  const trail = await reports.trail(report.slug);
  return Response.json(
    { ...report, trail },
    { headers: { "Cache-Control": "public, max-age=0, must-revalidate" } },
  );
}
