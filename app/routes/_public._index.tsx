import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ReportList } from "~/components/public/report-list";

export const meta: MetaFunction = () => [
  { title: "Published reports · Countersign" },
  { name: "description", content: "Fact-checks whose every step is signed and on record." },
];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { reports: await context.ports.reports.list() };
}

export default function Index() {
  return <ReportList {...useLoaderData<typeof loader>()} />;
}
