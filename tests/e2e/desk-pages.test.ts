import { expect, scanAxe, test } from "./support/test";

test("the queues, the articles and the demo's claims pass axe, light and dark", async ({
  enterAs,
}) => {
  test.setTimeout(240_000);
  const editor = await enterAs("editor");
  for (const address of ["/desk", "/desk/articles"]) {
    await editor.goto(address);
    await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
    await scanAxe(editor);
  }
  await editor.locator('a[href^="/desk/articles/c0117e00"]').first().click();
  await expect(editor.locator("li[data-selected]")).toBeVisible();
  await scanAxe(editor);
  for (const state of ["Disputed", "Published", "Dismissed", "Open"]) {
    const id = await editor
      .locator('li[id^="claim-"]')
      .filter({ has: editor.getByText(state, { exact: true }) })
      .first()
      .getAttribute("id");
    const page = await editor.context().newPage();
    await page.goto(`/desk/claims/${id?.replace("claim-", "")}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await scanAxe(page);
    await page.close();
  }
  const lead = await enterAs("lead");
  await lead.goto("/desk");
  await scanAxe(lead);
});

test("the pages about people pass axe, also that of an invitation", async ({ enterAs, visit }) => {
  const admin = await enterAs("admin");
  await admin.goto("/desk/work");
  await expect(admin.getByRole("heading", { name: "Work in hand" })).toBeVisible();
  await scanAxe(admin);
  await admin.goto("/desk/topics");
  await expect(admin.getByText("War in Ukraine", { exact: true })).toBeVisible();
  await scanAxe(admin);
  await admin.goto("/desk/people");
  await admin.getByLabel("E-mail address").fill(`${crypto.randomUUID()}@people.test`);
  await admin.getByRole("button", { name: "Make the link" }).click();
  const link = await admin.locator("code").textContent();
  await scanAxe(admin);
  const guest = await visit("guest");
  await guest.goto(new URL(link ?? "").pathname);
  await expect(guest.getByRole("heading", { level: 1 })).toBeVisible();
  await scanAxe(guest);
});

test("no page scrolls sideways on a narrow screen, and axe finds nothing there", async ({
  enterAs,
  visit,
}) => {
  const narrow = { viewport: { width: 320, height: 720 } };
  const reader = await visit("reader", narrow);
  const editor = await enterAs("editor", narrow);
  const pages: [typeof reader, string][] = [
    [reader, "/"],
    [reader, "/login"],
    [editor, "/desk"],
    [editor, "/desk/articles"],
    [editor, "/desk/articles/new"],
    [editor, "/desk/claims"],
    [editor, "/desk/work"],
    [editor, "/desk/topics"],
    [editor, "/desk/approvals"],
    [editor, "/desk/insights"],
    [editor, "/desk/articles/c0117e00-0000-4000-8000-000000000001"],
  ];
  for (const [page, address] of pages) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, address).toBe(0);
    await scanAxe(page);
  }
});
