import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound } from "~/web/guards";

/** A published report for machines, with its verdicts, its trail, and what the desk keeps of its sources. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports, captures } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw notFound();
  const claimIds = report.verdicts.map(({ claimId }) => claimId);
  const [trail, kept] = await Promise.all([
    reports.trail(report.slug),
    captures.published(claimIds),
  ]);
  return Response.json(
    { ...report, trail, captures: kept },
    { headers: { "Cache-Control": "public, max-age=0, must-revalidate" } },
  );
}
