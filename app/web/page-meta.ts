import type { MetaDescriptor } from "@remix-run/node";

import { siteName } from "./feeds/site-words";

export interface PublicPage {
  title: string;
  description: string;
  /** Its one address, absolute. */
  url: string;
  /** Of what is published and dated; left out for pages about the site. */
  published?: { at: string; changedAt: string };
  /** Other forms of the page, by media type. */
  alternates?: readonly { type: string; href: string; title?: string }[];
}

/** What search engines and sites that show a preview read of a public page. */
export function pageMeta(page: PublicPage): MetaDescriptor[] {
  const { title, description, url, published, alternates = [] } = page;
  return [
    { title: `${title} · ${siteName}` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: url },
    { property: "og:site_name", content: siteName },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:locale", content: "en" },
    { property: "og:type", content: published ? "article" : "website" },
    ...(published
      ? [
          { property: "article:published_time", content: published.at },
          { property: "article:modified_time", content: published.changedAt },
        ]
      : []),
    { name: "twitter:card", content: "summary" },
    ...alternates.map((link) => ({ tagName: "link" as const, rel: "alternate", ...link })),
  ];
}

/** The same for what was published before: its one address is that of what stands now, and nobody is led to it by a search. */
export const earlierMeta = (page: Omit<PublicPage, "published">): MetaDescriptor[] => [
  ...pageMeta(page),
  { name: "robots", content: "noindex" },
];
