import Builder from "fast-xml-builder";

import { embedHtml, embedSize } from "~/domain/report/embed";
import { xmlText } from "~/domain/report/plain-text";
import type { PublishedVerdict } from "~/domain/report/report";
import { ratingScale } from "~/domain/verdict/rating";

import { feedMaxAge } from "./feeds/feed-page.server";
import { siteName } from "./feeds/site-words";

const builder = new Builder({});

export const oembedFormats = { json: "application/json", xml: "text/xml" } as const;
export type OembedFormat = keyof typeof oembedFormats;

export const isOembedFormat = (text: string): text is OembedFormat =>
  Object.hasOwn(oembedFormats, text);

/** What is said in short of a verdict: the claim and how it is rated. */
export const cardTitle = ({ shortClaim, notice, content }: PublishedVerdict): string => {
  const { label } = ratingScale[content.verdict.rating];
  return `${notice?.kind === "retracted" ? "Retracted" : label}: ${shortClaim}`;
};

/** A verdict as oEmbed 1.0 of the type `rich`. */
export function oembed(
  verdict: PublishedVerdict,
  most: { width: number | null; height: number | null },
  publicUrl: string,
) {
  const size = embedSize(most.width, most.height);
  const title = cardTitle(verdict);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: siteName,
    provider_url: `${publicUrl}/`,
    cache_age: feedMaxAge,
    html: embedHtml(verdict.slug, title, size, publicUrl),
    ...size,
  };
}

/** In the form that was asked for. */
export function writeOembed(answer: ReturnType<typeof oembed>, format: OembedFormat): string {
  if (format === "json") return JSON.stringify(answer);
  const clean = Object.entries(answer).map(([key, value]) => [key, xmlText(String(value))]);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>${builder.build({
    oembed: Object.fromEntries(clean),
  })}`;
}

/** Where the oEmbed form of a page is, told in its head. */
export const oembedLinks = (url: string, publicUrl: string) =>
  (["json", "xml"] as const).map((format) => ({
    type: `${oembedFormats[format]}+oembed`,
    href: `${publicUrl}/oembed?${new URLSearchParams({ url, format })}`,
  }));
