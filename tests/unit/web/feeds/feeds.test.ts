import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";

import type { Publication, PublishedAddress } from "~/domain/report/publication";
import { claimReviewFeed } from "~/web/feeds/claim-review-feed.server";
import type { FeedPage } from "~/web/feeds/feed-page.server";
import { atomFeed, jsonFeed, rssFeed } from "~/web/feeds/news-feeds.server";
import { newsSitemap, sitemap } from "~/web/feeds/sitemaps.server";

import { naughtyStrings } from "../../../support/naughty-strings";
import { publication } from "../../../support/reports";

const site = "https://desk.example";
const page = (publications: Publication[], changes: Partial<FeedPage> = {}): FeedPage => ({
  ...{ publications, url: `${site}/feed.xml`, next: null, changedAt: publications[0]?.changedAt },
  ...changes,
});

/** What XML forbids also when it is escaped, beside what only looks dangerous. */
const hostile = [
  ...naughtyStrings,
  "\u0000\u0008\u000b\u001f\ufffe\uffff",
  "\ud800 alone",
  "]]> ]]&gt; <![CDATA[",
  "</script><script>alert(1)</script>",
  "<!ENTITY x SYSTEM 'file:///etc/passwd'> &x; &amp;amp;",
];
const legal = (text: string) =>
  Array.from(text)
    .filter((sign) => {
      const point = sign.codePointAt(0) ?? 0;
      const isControl = point < 0x20 && ![9, 10, 13].includes(point);
      return (
        !isControl && !(point >= 0xd800 && point <= 0xdfff) && ![0xfffe, 0xffff].includes(point)
      );
    })
    .join("");
/** Readers of feeds trim, and XML makes one newline of each kind. */
const seen = (text: string) => legal(text).replaceAll(/\s+/g, " ").trim();

const entries = hostile.map((text, i) =>
  publication({
    claimId: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
    verdict: {
      slug: `claim-${i}`,
      shortClaim: `Short ${text}`,
      draft: { rating: "false", summary: `Summary ${text}` },
    },
  }),
);

function wellFormed(xml: string): string {
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(legal(xml)).toBe(xml);
  return xml;
}

test("Atom holds every hostile text as text, once", () => {
  const { feed } = new XMLParser({ parseTagValue: false }).parse(
    wellFormed(atomFeed(page(entries), site)),
  );
  expect(feed.entry).toHaveLength(entries.length);
  for (const [i, entry] of feed.entry.entries()) {
    expect(seen(entry.title)).toBe(seen(`False: Short ${hostile[i]}`));
    expect(entry.id).toBe(`urn:uuid:${entries[i]?.claimId}`);
    expect(seen(entry.content)).toContain(seen(`Summary ${hostile[i]}`));
  }
});

test("RSS holds them as escaped HTML, so that none of it is markup", () => {
  const feed = parseRssFeed(wellFormed(rssFeed(page(entries), site)));
  expect(feed.items).toHaveLength(entries.length);
  for (const item of feed.items ?? []) {
    expect((item.description ?? "").replaceAll(/<\/?p>/g, "")).not.toMatch(/[<>]/);
    expect(item.guid?.isPermaLink).toBe(false);
  }
});

test("JSON Feed holds them, and has an id, an address and both dates for each", () => {
  const feed = JSON.parse(jsonFeed(page(entries, { next: `${site}/feed.json?before=x` }), site));
  expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", language: "en" });
  expect(feed.next_url).toBe(`${site}/feed.json?before=x`);
  expect(feed.items[3]).toMatchObject({
    id: `urn:uuid:${entries[3]?.claimId}`,
    url: `${site}/claims/claim-3`,
    title: legal(`False: Short ${hostile[3]}`),
    date_published: "2024-02-06T10:00:00Z",
    date_modified: "2024-02-06T10:00:00.000Z",
  });
});

test("a correction is the same entry with a later date, told in it; a retraction has no rating", () => {
  const before = publication();
  const corrected = publication({
    changedAt: "2026-03-01T10:00:00.123456+00:00",
    changes: [
      { kind: "being_corrected", reason: "The date is wrong", at: "2026-02-28T10:00:00Z" },
      { kind: "corrected", reason: "The date is wrong", at: "2026-03-01T10:00:00Z" },
    ],
  });
  const [old, renewed] = [before, corrected].map(
    (each) => parseAtomFeed(atomFeed(page([each]), site)).entries?.[0],
  );
  expect(renewed?.id).toBe(old?.id);
  expect(renewed?.published).toBe(old?.published);
  expect(Date.parse(renewed?.updated ?? "")).toBeGreaterThan(Date.parse(old?.updated ?? ""));
  expect(renewed?.content?.value).toContain("Corrected on 2026-03-01: The date is wrong");

  const kinds = (["typo", "update", "verdict_change"] as const).map((correction) => ({
    ...{ kind: "corrected" as const, reason: `As ${correction}`, at: "2026-03-01T10:00:00Z" },
    correction,
  }));
  const told = parseAtomFeed(atomFeed(page([publication({ changes: kinds })]), site)).entries?.[0];
  const words = told?.content?.value ?? "";
  const { summary } = before.verdict.content.verdict;
  // What was wrong comes first, what was added last, and a typo is not told.
  expect(words.indexOf("The rating was changed on 2026-03-01: As verdict_change")).toBe(0);
  expect(words.indexOf("Updated on 2026-03-01: As update")).toBeGreaterThan(words.indexOf(summary));
  expect(words).not.toContain("As typo");

  const notice = { kind: "retracted" as const, reason: "Forged", since: "2026-03-02T10:00:00Z" };
  const retracted = publication({ verdict: { notice } });
  const entry = parseAtomFeed(atomFeed(page([retracted]), site)).entries?.[0];
  expect(entry?.title?.value).toBe("Retracted: It rained in Rome");
  expect(entry?.content?.value).toContain("Forged");
  expect(entry?.content?.value).not.toContain(retracted.verdict.content.verdict.summary);
  expect(JSON.parse(claimReviewFeed(page([retracted]), site)).dataFeedElement).toEqual([]);
});

test("a feed in which nothing stands is a feed, the same each time", () => {
  expect(atomFeed(page([]), site)).toBe(atomFeed(page([]), site));
  wellFormed(atomFeed(page([]), site));
  wellFormed(rssFeed(page([]), site));
  expect(JSON.parse(jsonFeed(page([]), site)).items).toEqual([]);
  expect(JSON.parse(claimReviewFeed(page([]), site)).dataFeedElement).toEqual([]);
});

test("the DataFeed has one ClaimReview in each element, as Data Commons reads them", () => {
  const feed = JSON.parse(claimReviewFeed(page(entries), site));
  expect(feed).toMatchObject({ "@type": "DataFeed", dateModified: "2024-02-06T10:00:00.000Z" });
  expect(feed.dataFeedElement).toHaveLength(entries.length);
  expect(feed.dataFeedElement[0]).toMatchObject({
    "@type": "DataFeedItem",
    item: [{ "@type": "ClaimReview", url: `${site}/claims/claim-0` }],
  });
});

const address = (changes: Partial<PublishedAddress> = {}): PublishedAddress => ({
  ...{ kind: "claims", slug: "it-rained", title: "It rained", isRetracted: false },
  ...{ firstPublishedAt: "2026-03-01T10:00:00.000Z", changedAt: "2026-03-02T10:00:00.000Z" },
  ...changes,
});

test("a sitemap names each page with when it was changed", () => {
  const xml = wellFormed(sitemap([address(), address({ kind: "reports" })], site, ["/ratings"]));
  const { urlset } = new XMLParser().parse(xml);
  expect(urlset.url).toEqual([
    { loc: `${site}/`, lastmod: "2026-03-02T10:00:00.000Z" },
    { loc: `${site}/ratings` },
    { loc: `${site}/claims/it-rained`, lastmod: "2026-03-02T10:00:00.000Z" },
    { loc: `${site}/reports/it-rained`, lastmod: "2026-03-02T10:00:00.000Z" },
  ]);
});

test("a news sitemap has what stands of the last two days, at most a thousand, with any title", () => {
  const now = Date.parse("2026-03-03T09:00:00Z");
  const news = hostile.map((title, i) => address({ slug: `news-${i}`, title: `T ${title}` }));
  const xml = wellFormed(newsSitemap(news, site, now));
  expect(new XMLParser().parse(xml).urlset.url).toHaveLength(hostile.length);
  const none = [
    address({ firstPublishedAt: "2026-03-01T08:59:59.000Z" }),
    address({ isRetracted: true }),
  ];
  expect(newsSitemap(none, site, now)).not.toContain("<url>");
  const many = Array.from({ length: 1_500 }, (_, i) => address({ slug: `n-${i}` }));
  expect(newsSitemap(many, site, now).match(/<url>/g)).toHaveLength(1_000);
});
