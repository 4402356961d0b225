import type { LoaderFunctionArgs } from "@remix-run/node";

import { claimReview } from "~/domain/report/claim-review";
import { replySentences } from "~/domain/review/reply-sentence";
import { notFound } from "~/web/guards";

/**
 * One published verdict for machines: what was signed, its hash, its ClaimReview, the hashes of its sources' captures, and
 * the proof that it stands so in the public log; null where no checkpoint can be signed.
 */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw notFound();
  const [captures, proof] = await Promise.all([
    context.ports.captures.published([verdict.claimId]),
    context.ports.publicLog.ofVerdict(verdict.claimId, verdict.number),
  ]);
  return Response.json(
    {
      ...verdict,
      rightOfReply: replySentences(verdict.replies).map(({ sentence }) => sentence),
      demo: report.demo,
      captures,
      claimReview: claimReview(verdict, report, context.publicUrl),
      proof,
    },
    { headers: { "Cache-Control": "public, max-age=0, must-revalidate" } },
  );
}
