import type { LoaderFunctionArgs } from "@remix-run/node";

import { claimReview } from "~/domain/report/claim-review";
import { replySentences } from "~/domain/review/reply-sentence";
import { notFound } from "~/web/guards";

/** One published verdict for machines: what was signed, its hash, its ClaimReview, and the hashes of its sources' captures. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw notFound();
  const captures = await context.ports.captures.published([verdict.claimId]);
  return Response.json(
    {
      ...verdict,
      rightOfReply: replySentences(verdict.replies).map(({ sentence }) => sentence),
      demo: report.demo,
      captures,
      claimReview: claimReview(verdict, report, context.publicUrl),
    },
    { headers: { "Cache-Control": "public, max-age=0, must-revalidate" } },
  );
}
