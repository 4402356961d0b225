import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SitePagesList } from "~/components/admin/site/site-pages-list";
import { defaultTexts } from "~/domain/site/default-texts";
import { sitePageFrames, sitePageNames } from "~/domain/site/site-page";
import { requirePerson } from "~/web/guards";

export const meta: MetaFunction = () => [{ title: "Pages of the site · Countersign" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePerson(context, request, "site.write");
  const written = await context.ports.sitePages.written();
  return {
    pages: sitePageNames.map((name) => ({
      ...{ name, frame: sitePageFrames[name], changedAt: written[name]?.at ?? null },
      hasDefault: defaultTexts[name] !== null,
    })),
  };
}

export default function SitePages() {
  return <SitePagesList {...useLoaderData<typeof loader>()} />;
}
