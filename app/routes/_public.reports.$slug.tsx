import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CorrectionsNotice } from "~/components/public/corrections-notice";
import { PublishedCapturesContext } from "~/components/public/published-captures";
import { Licence } from "~/components/public/licence";
import { ReportPage } from "~/components/public/report-page";
import { StructuredData } from "~/components/public/structured-data";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { correctionsOf, withReplaced } from "~/domain/report/publication";
import { reportMarkup } from "~/domain/report/report-markup";
import { reportCard } from "~/domain/report/social-card";
import { scriptSafeJson } from "~/domain/report/script-safe-json";
import { gone } from "~/web/gone";
import { pageMeta } from "~/web/page-meta";
import { cardImage } from "~/web/social-image-answer.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: data.report.headline,
        description: data.report.summary,
        url: data.url,
        published: { at: data.report.publishedAt, changedAt: data.report.updatedAt },
        image: data.image,
        alternates: [{ type: "application/json", href: `${data.url}.json` }],
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports, drift, captures, publications } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw await gone(context.ports, "reports", params["slug"]);
  const claimIds = report.verdicts.map(({ claimId }) => claimId);
  const [trail, kept, since, changes] = await Promise.all([
    reports.trail(report.slug),
    captures.published(claimIds),
    drift.sinceReport(report.slug),
    publications.changes(claimIds),
  ]);
  const verdicts = new Map(report.verdicts.map((verdict) => [verdict.claimId, verdict]));
  return {
    report,
    sourcing: report.verdicts.flatMap(({ shortClaim, content: { evidence, sourcing } }) =>
      sourcing === undefined
        ? []
        : sourcingChecks(evidence, sourcing).map(({ words }) => ({ shortClaim, words })),
    ),
    trail,
    captures: kept,
    since,
    corrections: correctionsOf(withReplaced(changes)).flatMap((change) => {
      const of = verdicts.get(change.claimId);
      return of ? [{ ...change, of: { slug: of.slug, shortClaim: of.shortClaim } }] : [];
    }),
    licence: context.licence ?? null,
    image: cardImage(`${context.publicUrl}/reports/${report.slug}`, reportCard(report)),
    url: `${context.publicUrl}/reports/${report.slug}`,
    markup: scriptSafeJson(
      reportMarkup(report, changes, context.publicUrl, context.licence ?? null),
    ),
  };
}

export default function Report() {
  const { report, sourcing, trail, since, captures, corrections, licence, markup } =
    useLoaderData<typeof loader>();
  const slugs = Object.fromEntries(report.verdicts.map(({ claimId, slug }) => [claimId, slug]));
  return (
    <PublishedCapturesContext.Provider value={{ slugs, captures }}>
      <StructuredData json={markup} />
      <ReportPage
        report={report}
        sourcing={sourcing}
        trail={trail}
        since={since}
        licence={<Licence licence={licence} outlet={report.source.outlet} />}
        corrections={<CorrectionsNotice corrections={corrections} />}
      />
    </PublishedCapturesContext.Provider>
  );
}
