import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";

import { Methodology } from "~/components/public/methodology";
import { pageMeta } from "~/web/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "How we check",
        description: "What happens to a claim before a verdict on it is published.",
        url: data.url,
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export function loader({ context }: LoaderFunctionArgs) {
  return { url: `${context.publicUrl}/methodology` };
}

export default Methodology;
