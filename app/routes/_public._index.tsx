import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ReportList } from "~/components/public/report-list";
import { siteDescription } from "~/web/feeds/site-words";
import { pageMeta } from "~/web/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Published reports",
        description: siteDescription,
        url: data.url,
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { reports: await context.ports.reports.list(), url: `${context.publicUrl}/` };
}

export default function Index() {
  const { reports } = useLoaderData<typeof loader>();
  return <ReportList reports={reports} />;
}
