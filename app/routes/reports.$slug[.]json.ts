import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { gone } from "~/web/gone";

/** A published report for machines, with its verdicts, its trail, and what the desk keeps of its sources. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reports, captures } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw await gone(context.ports, "reports", params["slug"]);
  const claimIds = report.verdicts.map(({ claimId }) => claimId);
  const [trail, kept] = await Promise.all([
    reports.trail(report.slug),
    captures.published(claimIds),
  ]);
  return conditional(request, {
    type: "application/json; charset=utf-8",
    body: JSON.stringify({ ...report, trail, captures: kept }),
  });
}
