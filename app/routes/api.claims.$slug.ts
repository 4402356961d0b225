import { claimReview } from "~/domain/report/claim-review";
import { replySentences } from "~/domain/review/reply-sentence";
import { noQuery } from "~/web/api/queries";
import { readRoute, readsOnly } from "~/web/api/read-route";
import { claimOf } from "~/web/api/resources";

/** One published claim, with what was signed of it, who did what, and what became of it. */
export const loader = readRoute(noQuery, async (_query, { context, params }) => {
  const { ports, publicUrl } = context;
  const slug = params["slug"] ?? "";
  const [[listed], report] = await Promise.all([
    ports.readApi.claims({ slug }, 1),
    ports.reports.ofVerdict(slug),
  ]);
  const verdict = report?.verdicts.find((each) => each.slug === slug);
  if (!listed || !report || !verdict) return null;
  const changes = await ports.publications.changes([verdict.claimId]);
  return {
    body: {
      ...claimOf(listed, publicUrl),
      content: verdict.content,
      contentHash: verdict.contentHash,
      credits: verdict.credits,
      exceptions: verdict.exceptions,
      settlement: verdict.settlement,
      rightOfReply: replySentences(verdict.replies),
      changes: changes.map(({ kind, reason, at }) => ({ kind, reason, at })),
      claimReview: claimReview({ verdict, source: report.source, changes }, publicUrl),
      bundle: `${publicUrl}/claims/${slug}.json`,
    },
  };
});

export const action = readsOnly;
