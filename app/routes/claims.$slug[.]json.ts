import type { LoaderFunctionArgs } from "@remix-run/node";

import { claimReview } from "~/domain/report/claim-review";
import { replySentences } from "~/domain/review/reply-sentence";
import { conditional } from "~/web/conditional.server";
import { gone } from "~/web/gone";

/**
 * One published verdict for machines: what was signed, its hash, its ClaimReview, the hashes of its sources' captures, and
 * the proof that it stands so in the public log; null where no checkpoint can be signed.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw await gone(context.ports, "claims", params["slug"]);
  const { captures, publications, publicLog } = context.ports;
  const [kept, changes, proof] = await Promise.all([
    captures.published([verdict.claimId]),
    publications.changes([verdict.claimId]),
    publicLog.ofVerdict(verdict.claimId, verdict.number),
  ]);
  return conditional(request, {
    type: "application/json; charset=utf-8",
    body: JSON.stringify({
      ...verdict,
      rightOfReply: replySentences(verdict.replies).map(({ sentence }) => sentence),
      demo: report.demo,
      changes: changes.map(({ kind, reason, at }) => ({ kind, reason, at })),
      captures: kept,
      claimReview: claimReview({ verdict, source: report.source, changes }, context.publicUrl),
      proof,
    }),
  });
}
