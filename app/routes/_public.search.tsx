import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SearchPage } from "~/components/public/search/search-page";
import { readSearch } from "~/domain/report/search/search-query";
import { pageMeta } from "~/web/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageMeta({
          title: data.query.text === null ? "Search" : `Search for “${data.query.text}”`,
          description: "Published verdicts by words, rating, topic, claimant and date.",
          url: data.url,
        }),
        // What is to be found are the verdicts.
        { name: "robots", content: "noindex, follow" },
      ]
    : [];

export const headers: HeadersFunction = () => ({ "Cache-Control": "no-cache" });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = readSearch(new URL(request.url).searchParams);
  return {
    query,
    results: await context.ports.publications.search(query),
    url: `${context.publicUrl}/search`,
  };
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
