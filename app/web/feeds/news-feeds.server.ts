import { generateAtomFeed, generateRssFeed } from "feedsmith";

import { feedEntry, type FeedEntry } from "~/domain/report/feed-entry";

import type { FeedPage } from "./feed-page.server";
import { siteDescription, siteName, siteTitle } from "./site-words";

/** How many verdicts a page of a feed has. */
export const feedLength = 50;

/** The date of a feed in which nothing stands yet: always the same, so that its ETag is, too. */
const beginning = new Date(0).toISOString();

const entriesOf = ({ publications }: FeedPage, publicUrl: string): FeedEntry[] =>
  publications.map((publication) => feedEntry(publication, publicUrl));

/** Atom (RFC 4287), with the pages of RFC 5005. */
export function atomFeed(page: FeedPage, publicUrl: string): string {
  return generateAtomFeed({
    id: `${publicUrl}/feed.xml`,
    title: { value: siteTitle, type: "text" },
    subtitle: { value: siteDescription, type: "text" },
    updated: isoOf(page.changedAt),
    authors: [{ name: siteName, uri: publicUrl }],
    links: [
      { rel: "self", type: "application/atom+xml", href: page.url },
      { rel: "alternate", type: "text/html", href: `${publicUrl}/` },
      ...(page.next === null
        ? []
        : [{ rel: "next", type: "application/atom+xml", href: page.next }]),
    ],
    entries: entriesOf(page, publicUrl).map((entry) => ({
      id: entry.id,
      title: { value: entry.title, type: "text" },
      links: [{ rel: "alternate", type: "text/html", href: entry.url }],
      published: entry.published,
      updated: entry.updated,
      categories: [{ term: entry.label }],
      content: { value: entry.text, type: "text" },
    })),
  });
}

/** RSS 2.0, for readers that know nothing else. Descriptions are HTML there. */
export function rssFeed(page: FeedPage, publicUrl: string): string {
  return generateRssFeed({
    title: siteTitle,
    link: `${publicUrl}/`,
    description: siteDescription,
    lastBuildDate: isoOf(page.changedAt),
    atom: {
      links: [
        { rel: "self", type: "application/rss+xml", href: page.url },
        ...(page.next === null
          ? []
          : [{ rel: "next", type: "application/rss+xml", href: page.next }]),
      ],
    },
    items: entriesOf(page, publicUrl).map((entry) => ({
      guid: { value: entry.id, isPermaLink: false },
      title: entry.title,
      link: entry.url,
      description: htmlOf(entry.text),
      categories: [{ name: entry.label }],
      pubDate: entry.published,
      atom: { updated: entry.updated },
    })),
  });
}

/** JSON Feed 1.1. */
export function jsonFeed(page: FeedPage, publicUrl: string): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: siteTitle,
    description: siteDescription,
    home_page_url: `${publicUrl}/`,
    feed_url: page.url,
    ...(page.next !== null && { next_url: page.next }),
    language: "en",
    authors: [{ name: siteName, url: publicUrl }],
    items: entriesOf(page, publicUrl).map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      tags: [entry.label],
      date_published: entry.published,
      date_modified: entry.updated,
    })),
  });
}

const isoOf = (at: string | undefined): string =>
  at === undefined ? beginning : new Date(at).toISOString();

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const htmlOf = (text: string): string =>
  text
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
