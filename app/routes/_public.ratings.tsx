import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";

import { RatingsPage } from "~/components/public/ratings-page";
import { pageMeta } from "~/web/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "The rating scale",
        description: "What our ratings mean, from true to false and beside that line.",
        url: data.url,
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export function loader({ context }: LoaderFunctionArgs) {
  return { url: `${context.publicUrl}/ratings` };
}

export default function Ratings() {
  return <RatingsPage />;
}
