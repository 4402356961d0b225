import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";

import { PublicShell } from "~/components/layout/public-shell";
import { footerLinks } from "~/web/site-pages";
import { isReadOnly } from "~/web/is-read-only";

export const handle = { scripts: false };

/** Where readers and programs find what is published, told on every public page. */
export const links: LinksFunction = () => [
  {
    rel: "alternate",
    type: "application/atom+xml",
    href: "/feed.xml",
    title: "Fact-checks (Atom)",
  },
  { rel: "alternate", type: "application/rss+xml", href: "/rss.xml", title: "Fact-checks (RSS)" },
  {
    rel: "alternate",
    type: "application/feed+json",
    href: "/feed.json",
    title: "Fact-checks (JSON Feed)",
  },
];

/** Part of the page: a copy of it is asked for anew each time, so that none outlives the state of the desk. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { readOnly: await isReadOnly(context.ports) };
}

export default function Public() {
  const { readOnly } = useLoaderData<typeof loader>();
  return (
    <PublicShell readOnly={readOnly} links={footerLinks}>
      <Outlet />
    </PublicShell>
  );
}
