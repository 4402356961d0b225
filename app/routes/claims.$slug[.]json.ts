import type { LoaderFunctionArgs } from "@remix-run/node";

import { claimReview } from "~/domain/report/claim-review";
import { replySentences } from "~/domain/review/reply-sentence";
import { notFound } from "~/web/guards";

/** One published verdict for machines: what was signed, its hash, and its ClaimReview. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw notFound();
  return Response.json(
    {
      ...verdict,
      rightOfReply: replySentences(verdict.replies).map(({ sentence }) => sentence),
      demo: report.demo,
      claimReview: claimReview(verdict, report, context.publicUrl),
    },
    { headers: { "Cache-Control": "public, max-age=0, must-revalidate" } },
  );
}
