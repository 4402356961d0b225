import type { LoaderFunctionArgs } from "@remix-run/node";

import { embeddedSlug } from "~/domain/report/embed";
import { conditional } from "~/web/conditional.server";
import { feedMaxAge } from "~/web/feeds/feed-page.server";
import { isOembedFormat, oembed, oembedFormats, writeOembed } from "~/web/oembed.server";

const refuse = (status: number, words: string) =>
  new Response(words, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

/** The oEmbed form of a verdict's page: `?url=`, and `format`, `maxwidth`, `maxheight` where they matter. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, publicUrl } = context;
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "json";
  if (!isOembedFormat(format)) return refuse(501, "There is format=json and format=xml.");
  const address = searchParams.get("url");
  if (address === null) return refuse(400, "Say with “url” which page is meant.");
  const slug = embeddedSlug(address, publicUrl);
  const report = slug === null ? null : await ports.reports.ofVerdict(slug);
  const verdict = report?.verdicts.find((one) => one.slug === slug);
  if (!verdict) return refuse(404, "No verdict is published at that address.");
  const most = (name: string) => {
    const given = searchParams.get(name);
    return given === null ? null : Number(given);
  };
  const answer = oembed(verdict, { width: most("maxwidth"), height: most("maxheight") }, publicUrl);
  return conditional(request, {
    body: writeOembed(answer, format),
    type: `${oembedFormats[format]}; charset=utf-8`,
    maxAge: feedMaxAge,
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
