import type { Page } from "@playwright/test";

import { startNewsSite, type NewsSite } from "../support/news-site";
import { expect, scanAxe, test } from "./support/test";

/** The case that no other story changes. */
const demo = (page: Page) => page.getByRole("listitem").filter({ hasText: "Demonstration" });

let other: NewsSite;
test.beforeAll(async () => void (other = await startNewsSite()));
test.afterAll(() => other.stop());

test("a card stands on another site and leads to the verdict; no other page can be framed", async ({
  page,
  baseURL,
  problems,
  request,
}) => {
  await page.goto("/");
  const path = (await demo(page).locator('a[href^="/claims/"]').first().getAttribute("href")) ?? "";
  const slug = path.replace("/claims/", "");
  await page.goto(path);
  await page.getByText("Show this verdict on your site").click();
  const lines = (await page.locator("details pre").textContent()) ?? "";
  expect(lines).toContain(`src="${baseURL}/embed/${slug}"`);

  const discovered = page.locator('head link[type="application/json+oembed"]');
  const offered = await request.get((await discovered.getAttribute("href")) ?? "");
  expect(await offered.json()).toMatchObject({ version: "1.0", type: "rich", html: lines });
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";

  // The other site has no icon, and the page that is refused is told.
  problems.allow(/404|frame-ancestors|Refused to (?:frame|display)|Framing|chrome-error/);
  // A site of its own on the same machine: what comes from elsewhere may not ask for what is here.
  other.set("/", (response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(
      `<!doctype html><title>Other</title>${lines}<iframe id="whole" src="${baseURL}${path}"></iframe>`,
    );
  });
  await page.goto(`${other.url}/`);
  const card = page.frameLocator("iframe").first();
  await expect(card.getByRole("heading", { name: title })).toBeVisible();
  await expect(card.getByRole("link", { name: /the evidence/ })).toHaveAttribute(
    "href",
    `${baseURL}${path}`,
  );
  await expect(card.locator("script")).toHaveCount(0);
  // Its styles came, also in a frame that counts as another site.
  await expect(card.locator("main")).toHaveCSS("display", "flex");
  await expect(page.frameLocator("#whole").getByRole("heading", { name: title })).toHaveCount(0);
});

test("a card passes axe, is narrow enough for a phone, and unknown ones are told apart", async ({
  page,
  problems,
  request,
}) => {
  await page.goto("/");
  const path = (await demo(page).locator('a[href^="/claims/"]').first().getAttribute("href")) ?? "";
  await page.setViewportSize({ width: 320, height: 400 });
  await page.goto(path.replace("/claims/", "/embed/"));
  await scanAxe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await request.get("/oembed?url=https://other.example/claims/x-y-z")).status()).toBe(404);
  expect((await request.get("/oembed")).status()).toBe(400);
  expect((await request.get("/oembed?url=x&format=yaml")).status()).toBe(501);
  problems.allow(/404/);
  expect((await page.goto("/embed/nothing-here"))?.status()).toBe(404);
});
