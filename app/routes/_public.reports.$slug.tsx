import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ReportPage } from "~/components/public/report-page";
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
  const { reports, drift } = context.ports;
  const report = await reports.find(params["slug"] ?? "");
  if (!report) throw notFound();
  return {
    report,
    trail: await reports.trail(report.slug),
    since: await drift.sinceReport(report.slug),
    url: `${context.publicUrl}/reports/${report.slug}`,
  };
}

export default function Report() {
  const { report, trail, since } = useLoaderData<typeof loader>();
  return <ReportPage report={report} trail={trail} since={since} />;
}
