import type { LoaderFunctionArgs } from "@remix-run/node";

import { replySentences } from "~/domain/review/reply-sentence";
import { conditional } from "~/web/conditional.server";
import { openVersion } from "~/web/verdict-versions.server";

/**
 * One version of a verdict for machines, with the proof that it was published so. It holds no ClaimReview, because what is
 * replaced or retracted is not to be shown as checked; the present version’s stands in the verdict’s own bundle.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { history, version, next } = await openVersion(context.ports, params);
  const { report, revision, entry: _entry, ...parts } = version;
  const proof = await context.ports.publicLog.ofVerdict(history.claimId, version.number);
  return conditional(request, {
    type: "application/json; charset=utf-8",
    body: JSON.stringify({
      ...{ claimId: history.claimId, slug: history.slug, reportSlug: report.slug },
      ...parts,
      correction: version.isKindKnown ? revision : null,
      firstPublishedAt: history.versions[0]?.publishedAt,
      notice: history.notice,
      rightOfReply: replySentences(version.replies).map(({ sentence }) => sentence),
      demo: report.demo,
      claimReview: null,
      replacedBy: next?.number ?? null,
      proof,
    }),
  });
}
