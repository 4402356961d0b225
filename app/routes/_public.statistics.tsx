import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { StatisticsPage } from "~/components/public/statistics/statistics-page";
import { publishedStatistics } from "~/domain/report/statistics/published-statistics";
import { pageMeta } from "~/web/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Statistics",
        description: "Published verdicts by rating, topic, claimant and time, and corrections.",
        url: data.url,
        alternates: [{ type: "text/csv", href: `${data.url}.csv`, title: "All figures" }],
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context }: LoaderFunctionArgs) {
  return {
    statistics: publishedStatistics(await context.ports.publications.counts()),
    url: `${context.publicUrl}/statistics`,
  };
}

export default function Statistics() {
  return <StatisticsPage statistics={useLoaderData<typeof loader>().statistics} />;
}
