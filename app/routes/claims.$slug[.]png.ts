import type { LoaderFunctionArgs } from "@remix-run/node";

import { verdictCard } from "~/domain/report/social-card";
import { gone } from "~/web/gone";
import { socialImage } from "~/web/social-image-answer.server";

/** The picture of a verdict, for sites that show one beside a link. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw await gone(context.ports, "claims", params["slug"]);
  return socialImage(request, verdictCard(verdict, report));
}
