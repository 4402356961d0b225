import type { LoaderFunctionArgs } from "@remix-run/node";

import { reportCard } from "~/domain/report/social-card";
import { gone } from "~/web/gone";
import { socialImage } from "~/web/social-image-answer.server";

/** The picture of a report, for sites that show one beside a link. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.find(params["slug"] ?? "");
  if (!report) throw await gone(context.ports, "reports", params["slug"]);
  return socialImage(request, reportCard(report));
}
