import type { Page } from "@playwright/test";
import { XMLParser } from "fast-xml-parser";

import { expect, test } from "./support/test";

/** The path of a page of the demo case: other stories correct and retract what they publish. */
const firstOf = async (page: Page, kind: "claims" | "reports") => {
  await page.goto("/");
  const demo = page.getByRole("listitem").filter({ hasText: "Demonstration" });
  const link = demo.locator(`a[href^="/${kind}/"]`).first();
  return (await link.getAttribute("href")) ?? "";
};

test("every public page answers 304 to whoever has it already, and is the same each time", async ({
  page,
  request,
}) => {
  const paths = ["/", await firstOf(page, "reports"), await firstOf(page, "claims")];
  for (const path of [...paths, ...paths.slice(1).map((each) => `${each}.json`)]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    const { etag = "", "cache-control": cached } = answer.headers();
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(cached).toBe("public, max-age=0, must-revalidate");
    const again = await request.get(path, { headers: { "If-None-Match": etag } });
    expect([path, again.status(), (await again.body()).length]).toEqual([path, 304, 0]);
    expect(again.headers()["etag"]).toBe(etag);
    expect((await request.get(path, { headers: { "If-None-Match": '"other"' } })).status()).toBe(
      200,
    );
    expect((await request.head(path)).headers()["etag"]).toBe(etag);
  }
});

const feeds = {
  "/feed.xml": "application/atom+xml",
  "/rss.xml": "application/rss+xml",
  "/feed.json": "application/feed+json",
  "/feeds/claimreview.json": "application/json",
  "/sitemap.xml": "application/xml",
  "/news-sitemap.xml": "application/xml",
  "/robots.txt": "text/plain",
};

test("feeds and sitemaps are what they say, and answer 304 by their ETag", async ({ request }) => {
  for (const [path, type] of Object.entries(feeds)) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(answer.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
    expect(answer.headers()["cache-control"]).toMatch(/^public, max-age=\d+, must-revalidate$/);
  }
  // Other stories publish meanwhile; what they do not change is asked for again.
  const robots = await request.get("/robots.txt");
  const etag = robots.headers()["etag"] ?? "";
  const again = await request.get("/robots.txt", { headers: { "If-None-Match": etag } });
  expect(again.status()).toBe(304);
  expect((await request.get("/feed.xml?before=yesterday")).status()).toBe(400);
});

test("a verdict stands in every feed, with the address of its page, and pages lead to the feeds", async ({
  page,
  request,
  baseURL,
}) => {
  const path = await firstOf(page, "claims");
  const url = `${baseURL}${path}`;
  for (const feed of [
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/feeds/claimreview.json",
    "/sitemap.xml",
  ]) {
    expect([feed, (await (await request.get(feed)).text()).includes(url)]).toEqual([feed, true]);
  }
  const { feed } = new XMLParser().parse(await (await request.get("/feed.xml")).text());
  expect([feed.entry].flat()[0].id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);

  await page.goto(path);
  const types = await page
    .locator('head link[rel="alternate"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("type")));
  expect(types).toEqual(
    expect.arrayContaining([
      "application/atom+xml",
      "application/rss+xml",
      "application/feed+json",
    ]),
  );
  await expect(page.locator('head link[rel="canonical"]')).toHaveAttribute("href", url);
  await expect(page.locator('head meta[property="og:url"]')).toHaveAttribute("content", url);
  await expect(page.locator('head meta[property="og:type"]')).toHaveAttribute("content", "article");
});

test("a report page holds an Article and the list of its verdicts, and no ClaimReview", async ({
  page,
}) => {
  await page.goto(await firstOf(page, "reports"));
  const scripts = page.locator('script[type="application/ld+json"]');
  await expect(scripts).toHaveCount(1);
  const markup = JSON.parse((await scripts.textContent()) ?? "null");
  const [article, list] = markup["@graph"];
  expect(article).toMatchObject({ "@type": "Article", url: page.url() });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(article.headline);
  expect(list).toMatchObject({ "@type": "ItemList" });
  expect(list.numberOfItems).toBe(list.itemListElement.length);
  for (const { url, name } of list.itemListElement) {
    await expect(page.locator(`a[href="${new URL(url).pathname}"]`).first()).toBeVisible();
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
  expect(JSON.stringify(markup)).not.toContain("ClaimReview");
});

test("what is one person's is not kept, nor told apart by a tag", async ({ page, request }) => {
  const path = await firstOf(page, "claims");
  for (const each of [`${path}/report-error`, "/guest/nothing-here", "/login", "/desk"]) {
    const { etag, "cache-control": cached = "" } = (await request.get(each)).headers();
    expect([each, etag, cached.includes("public")]).toEqual([each, undefined, false]);
  }
});
