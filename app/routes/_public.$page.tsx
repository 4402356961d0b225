import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SitePage } from "~/components/public/site-page";
import { isSitePageName } from "~/domain/site/site-page";
import { notFound } from "~/web/guards";
import { pageMeta } from "~/web/page-meta";
import { readSitePage } from "~/web/site-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageMeta({ title: data.frame.title, description: data.frame.lead, url: data.url }),
        ...(data.blocks === null ? [{ name: "robots", content: "noindex" }] : []),
      ]
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

export async function loader({ context, params }: LoaderFunctionArgs) {
  const name = params["page"] ?? "";
  if (!isSitePageName(name)) throw notFound();
  return readSitePage(context, name);
}

export default function Page() {
  const { frame, blocks, changedAt } = useLoaderData<typeof loader>();
  return <SitePage frame={frame} blocks={blocks} changedAt={changedAt} />;
}
