import { approvedClaim, take } from "./support/approved";
import { clearFromQueue, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("a reader without JavaScript sees at once that a verdict is in doubt, then that it is retracted, and why", async ({
  enterAs,
  visit,
  request,
}) => {
  const [editor, lead, second] = await Promise.all([
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const town = unique("Amendham");
  const claimId = await approvedClaim({ editor, lead, second }, town);
  const room = `/desk/claims/${claimId}`;
  await clearFromQueue(editor, town);
  await editor
    .getByRole("link", { name: new RegExp(town) })
    .first()
    .click();
  await editor.getByLabel("Headline").fill(`What ${town} decided`);
  await editor.getByLabel("Summary").fill("What the council decided, and by how much.");
  const short = `${town} rejected the bridge`;
  await editor.locator('[name^="shortClaim:"]').fill(short);
  await editor.getByRole("button", { name: /^Publish/ }).click();
  await expect(editor).toHaveURL(/\/reports\//);

  const reader = await visit("reader", { javaScriptEnabled: false });
  await reader.goto(new URL(editor.url()).pathname);
  await reader.getByRole("link", { name: short, exact: true }).click();
  const page = new URL(reader.url()).pathname;
  const markup = reader.locator('script[type="application/ld+json"]');
  await expect(markup).toHaveCount(1);
  const entry = async () => {
    const feed = await (await request.get("/feed.json")).json();
    return feed.items.find(({ id }: { id: string }) => id === `urn:uuid:${claimId}`);
  };
  const published = await entry();
  expect(published.title).toContain(short);
  const kept = (await request.get(page)).headers()["etag"] ?? "";
  const again = () => request.get(page, { headers: { "If-None-Match": kept } });
  expect((await again()).status()).toBe(304);

  await take(editor, room, "correct", { reason: `The count in ${town} is doubted` });
  expect((await again()).status()).toBe(200);
  await reader.reload();
  await expect(reader.getByText("This verdict is being corrected")).toBeVisible();
  await expect(reader.getByText(`The count in ${town} is doubted`)).toBeVisible();
  const doubted = await entry();
  expect(doubted.date_published).toBe(published.date_published);
  expect(Date.parse(doubted.date_modified)).toBeGreaterThan(Date.parse(published.date_modified));

  await take(lead, room, "ask_retraction", { reason: `The minutes of ${town} were forged` });
  await take(editor, room, "retract", { reason: `The minutes of ${town} were forged` });
  await reader.reload();
  await expect(reader.getByText("This verdict is retracted")).toBeVisible();
  await expect(markup).toHaveCount(0);
  expect((await entry()).title).toBe(`Retracted: ${short}`);
  expect(await (await request.get("/feeds/claimreview.json")).text()).not.toContain(page);
  await reader.goto(page.replace("/claims/", "/embed/"));
  await expect(reader.getByText("Retracted", { exact: true })).toBeVisible();
  await expect(reader.getByText(`The minutes of ${town} were forged`)).toBeVisible();

  await reader.goto("/");
  await reader.getByRole("link", { name: "Corrections" }).click();
  const lines = reader.getByRole("listitem").filter({ hasText: short });
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText(`The minutes of ${town} were forged`);
  await expect(lines.nth(1)).toContainText(`The count in ${town} is doubted`);
});

test("the log of corrections passes axe with lines in it", async ({ page }) => {
  await page.goto("/corrections");
  await scanAxe(page);
});
