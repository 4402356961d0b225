import { noQuery } from "~/web/api/queries";
import { readRoute, readsOnly } from "~/web/api/read-route";
import { claimOf, reportOf } from "~/web/api/resources";

/** As many claims as a report can have. */
const most = 2_000;

/** One published report with its claims, in the order of the article. */
export const loader = readRoute(noQuery, async (_query, { context, params }) => {
  const { ports, publicUrl } = context;
  const slug = params["slug"] ?? "";
  const [[report], claims] = await Promise.all([
    ports.readApi.reports({ slug }, 1),
    ports.readApi.claims({ report: slug }, most),
  ]);
  if (!report) return null;
  const bySlug = new Map(claims.map((claim) => [claim.slug, claim]));
  return {
    body: {
      ...reportOf(report, publicUrl),
      claims: report.verdicts.flatMap(({ slug }) => {
        const claim = bySlug.get(slug);
        return claim ? [claimOf(claim, publicUrl)] : [];
      }),
    },
  };
});

export const action = readsOnly;
