import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { VerdictVersions } from "~/components/public/versions/verdict-versions";
import { earlierMeta } from "~/web/page-meta";
import { openHistory } from "~/web/verdict-versions.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? earlierMeta({
        title: `All versions: ${data.history.versions.at(-1)?.shortClaim ?? ""}`,
        description: "Every version of this verdict as it was published, and why each came.",
        url: data.url,
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const history = await openHistory(context.ports, params);
  return { history, url: `${context.publicUrl}/claims/${history.slug}` };
}

export default function Versions() {
  return <VerdictVersions history={useLoaderData<typeof loader>().history} />;
}
