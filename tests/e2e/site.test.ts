import { expect, scanAxe, test } from "./support/test";

test("an admin says who pays, looks at it first, and readers have it at once", async ({
  enterAs,
  visit,
  problems,
}) => {
  const reader = await visit("reader", { javaScriptEnabled: false });
  await reader.goto("/funding");
  await expect(reader.getByText("This desk has not said so yet")).toBeVisible();
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  expect(await (await reader.request.get("/sitemap.xml")).text()).not.toContain("/funding<");

  const admin = await enterAs("admin");
  await admin.goto("/desk/admin");
  await admin.getByRole("link", { name: "Pages of the site" }).click();
  await admin.getByRole("link", { name: "Funding and ownership" }).click();
  await admin
    .getByLabel("Text")
    .fill("## Owner\n\nA **cooperative** of its readers. <b>Really.</b>");
  await admin.getByRole("button", { name: "Look at it first" }).click();
  await expect(admin.getByRole("heading", { name: "As readers would see it" })).toBeVisible();
  await scanAxe(admin);
  await reader.reload();
  await expect(reader.getByText("This desk has not said so yet")).toBeVisible();

  await admin.getByRole("button", { name: "Save for readers" }).click();
  await expect(admin.getByText("Readers see it now")).toBeVisible();
  await expect(admin.getByRole("link", { name: "Version 1" })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("A cooperative of its readers. <b>Really.</b>")).toBeVisible();
  await expect(reader.locator('meta[name="robots"]')).toHaveCount(0);

  // Somebody else’s text meanwhile: what was typed stays.
  const [first, second] = [await admin.context().newPage(), admin];
  await first.goto("/desk/site/funding");
  await second.goto("/desk/site/funding");
  await first.getByLabel("Text").fill("One.");
  await first.getByRole("button", { name: "Save for readers" }).click();
  await expect(first.getByText("Readers see it now")).toBeVisible();
  problems.allow(/4\d\d/);
  await second.getByLabel("Text").fill("Another.");
  await second.getByRole("button", { name: "Save for readers" }).click();
  await expect(second.getByText(/saved another version of this page meanwhile/)).toBeVisible();
  await expect(second.getByLabel("Text")).toHaveValue("Another.");

  // The page goes back to how other stories know it.
  await first.goto("/desk/site/funding");
  await first.getByLabel("Text").fill("");
  await first.getByRole("button", { name: "Save for readers" }).click();
  await expect(first.getByText("Readers see it now")).toBeVisible();
});

test.describe("a reader without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("searches, narrows by a link, takes that back, and is told when there is nothing", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Search" }).click();
    await page.getByRole("searchbox").fill("istanbul draft");
    await page.getByRole("button", { name: "Search" }).click();
    const hits = page.getByRole("main").getByRole("listitem").filter({ hasText: "In the report" });
    await expect(hits.first()).toContainText("draft deal in Istanbul");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    const narrow = page.getByRole("navigation", { name: "Narrow the search" });
    await narrow.getByRole("link", { name: /^True/ }).click();
    await expect(page).toHaveURL(/rating=true/);
    await expect(hits.first()).toContainText("draft deal in Istanbul");
    await narrow.getByRole("link", { name: /Take away: True/ }).click();
    await expect(page).not.toHaveURL(/rating/);

    await page.goto("/search?q=%27%22%3E%3Cscript%3E&rating=worst&page=-4");
    await expect(page.getByText("Nothing was found")).toBeVisible();
  });
});
