import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { EmbedCard } from "~/components/public/embed-card";
import { gone } from "~/web/gone";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.verdict.shortClaim} · Countersign` },
        { tagName: "link", rel: "canonical", href: data.url },
        // The verdict's own page is what is to be found.
        { name: "robots", content: "noindex" },
      ]
    : [];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "public, max-age=0, must-revalidate",
});

/** A verdict's card, which other sites may show in a frame. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const report = await context.ports.reports.ofVerdict(params["slug"] ?? "");
  const verdict = report?.verdicts.find(({ slug }) => slug === params["slug"]);
  if (!report || !verdict) throw await gone(context.ports, "claims", params["slug"]);
  return { report, verdict, url: `${context.publicUrl}/claims/${verdict.slug}` };
}

export default function Card() {
  return <EmbedCard {...useLoaderData<typeof loader>()} />;
}
