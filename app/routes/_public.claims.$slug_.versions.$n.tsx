import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { VerdictVersion } from "~/components/public/versions/verdict-version";
import { compareVerdicts } from "~/domain/report/versions";
import { earlierMeta } from "~/web/page-meta";
import { openVersion } from "~/web/verdict-versions.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? earlierMeta({
        title: `Version ${data.version.number}: ${data.version.shortClaim}`,
        description: "A verdict as it was published, and what was changed in it since.",
        url: data.url,
        alternates: [
          { type: "application/json", href: `${data.url}/versions/${data.version.number}.json` },
        ],
      })
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { history, version, next } = await openVersion(context.ports, params);
  const { versions: _versions, ...verdict } = history;
  return {
    verdict,
    version,
    next,
    last: history.versions.at(-1)?.number ?? version.number,
    changes: next && compareVerdicts(version, next),
    url: `${context.publicUrl}/claims/${history.slug}`,
  };
}

export default function Version() {
  return <VerdictVersion {...useLoaderData<typeof loader>()} />;
}
