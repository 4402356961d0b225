import { expect, scanAxe, test } from "./support/test";

test.describe("a reader without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("reads the report and each verdict of it", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByText(/demonstration/i).first()).toBeVisible();
    // Other stories publish reports of their own meanwhile, with one verdict.
    const demo = page.getByRole("listitem").filter({ hasText: "Demonstration" });
    await demo.locator('a[href^="/reports/"]').first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("mark").first()).toBeVisible();
    await page.getByText(/recorded steps/).click();
    await expect(page.getByText(/gave the second verdict/).first()).toBeVisible();

    const verdicts = await page
      .locator('a[href^="/claims/"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
    expect(verdicts.length).toBeGreaterThanOrEqual(2);
    for (const address of verdicts) {
      await page.goto(address ?? "/");
      await expect(page.locator("blockquote").first()).toBeVisible();
      await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1);
      await expect(page.locator("script:not([type='application/ld+json'])")).toHaveCount(0);
    }
  });
});

test("a verdict page holds one ClaimReview that says what the page says", async ({ page }) => {
  await page.goto("/");
  // Other stories retract what they publish.
  const demo = page.getByRole("listitem").filter({ hasText: "Demonstration" });
  await demo.locator('a[href^="/claims/"]').first().click();
  const scripts = page.locator('script[type="application/ld+json"]');
  await expect(scripts).toHaveCount(1);
  const review = JSON.parse((await scripts.textContent()) ?? "null");
  expect(review).toMatchObject({ "@type": "ClaimReview", url: page.url() });
  expect(review.claimReviewed.length).toBeLessThanOrEqual(75);
  await expect(page.getByText(review.reviewRating.alternateName).first()).toBeVisible();
  await expect(page.getByText(review.reviewBody).first()).toBeVisible();

  const bundle = await (await page.request.get(`${page.url()}.json`)).json();
  expect(bundle.claimReview).toEqual(review);
  expect(bundle.contentHash).toMatch(/^[0-9a-f]{64}$/);
});

test("public pages pass axe", async ({ page }) => {
  await page.goto("/");
  await scanAxe(page);
  await page.locator('a[href^="/reports/"]').first().click();
  await scanAxe(page);
  await page.locator('a[href^="/claims/"]').first().click();
  await scanAxe(page);
  for (const path of [
    ...["/methodology", "/ratings", "/corrections", "/privacy", "/team", "/login", "/statistics"],
    ...["/search?q=draft", "/search?q=griffin"],
  ]) {
    await page.goto(path);
    await scanAxe(page);
  }
});

test("an address with nothing behind it says so", async ({ page, problems }) => {
  problems.allow(/404/);
  const response = await page.goto("/claims/nothing-here");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
