import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublishedCapturesContext } from "~/components/public/published-captures";
import { ReportPage } from "~/components/public/report-page";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { notFound } from "~/web/guards";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.report.headline} · Countersign` },
        { name: "description", content: data.report.summary },
        { tagName: "link", rel: "canonical", href: data.url },
        {
          tagName: "link",
          rel: "alternate",
          type: "application/json",
          href: `${data.url}.json`,
        },
      ]
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reports, drift, captures } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw notFound();
  return {
    report,
    sourcing: report.verdicts.flatMap(({ shortClaim, content: { evidence, sourcing } }) =>
      sourcing === undefined
        ? []
        : sourcingChecks(evidence, sourcing).map(({ words }) => ({ shortClaim, words })),
    ),
    trail: await reports.trail(report.slug),
    captures: await captures.published(report.verdicts.map(({ claimId }) => claimId)),
    since: await drift.sinceReport(report.slug),
    url: `${context.publicUrl}/reports/${report.slug}`,
  };
}

export default function Report() {
  const { report, sourcing, trail, since, captures } = useLoaderData<typeof loader>();
  const slugs = Object.fromEntries(report.verdicts.map(({ claimId, slug }) => [claimId, slug]));
  return (
    <PublishedCapturesContext.Provider value={{ slugs, captures }}>
      <ReportPage report={report} sourcing={sourcing} trail={trail} since={since} />
    </PublishedCapturesContext.Provider>
  );
}
