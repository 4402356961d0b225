import type { Page } from "@playwright/test";

import { approvedClaim, approveIn } from "./support/approved";
import { councilArticle, inReview } from "./support/staging";
import { unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

/** The list item of the gate with this label, as it stands. */
const check = (page: Page, label: RegExp) => page.getByRole("listitem").filter({ hasText: label });

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Draft saved" });

/** From a claim's room to where its article is published. */
async function openComposer(page: Page, claimId: string): Promise<string> {
  await page.goto(`/desk/approvals/${claimId}`);
  const href = await page.locator(`a[href$="?claim=${claimId}"]`).first().getAttribute("href");
  const address = `${href?.split("?")[0] ?? ""}/publish`;
  await page.goto(address);
  return address;
}

test("a closed gate says what to do, an admin passes it over with a reason, and readers are told", async ({
  enterAs,
  visit,
}) => {
  const [admin, editor, lead, second] = await Promise.all([
    enterAs("admin"),
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const town = unique("Gateham");
  const claimId = await approvedClaim({ editor, lead, second }, town);
  await lead.goto(`/desk/claims/${claimId}`);
  await lead.getByText("Record whom you asked").click();
  await lead.getByLabel("Whom").fill("The mayor");
  await lead.getByLabel("Asked on").fill("2024-02-05");
  await lead.getByLabel("To answer by").fill("2999-01-01");
  await lead.getByRole("button", { name: "Record it" }).last().click();
  await expect(lead.getByText("What came of it: The mayor").first()).toBeVisible();

  const replies = /Nobody who was asked for comment still has time to answer/;
  const rated = /No short claim says whether it is true/;
  let address = "";
  await test.step("an editor sees what is not met, also while writing, and cannot publish", async () => {
    address = await openComposer(editor, claimId);
    await expect(check(editor, replies)).toContainText("The mayor can answer until the end of");
    await expect(check(editor, replies).getByRole("link")).toHaveAttribute(
      "href",
      `/desk/claims/${claimId}`,
    );
    await expect(editor.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
    await expect(check(editor, /The report has a headline/)).toContainText("Not met");
    await editor.getByLabel("Headline").fill(`The bridge of ${town}`);
    await editor.getByLabel("Summary").fill("What the council decided, and by how much.");
    await expect(check(editor, /The report has a headline/)).toContainText("Met:");
    await editor.getByLabel("The claim in short").fill(`False: ${town} rejected the bridge`);
    await expect(check(editor, rated)).toContainText("“False” reads as the verdict");
    await editor.getByLabel("The claim in short").fill(`${town} rejected the bridge`);
    await expect(check(editor, rated)).toContainText("Met:");
    await expect(saved(editor)).toBeVisible();
    await scanAxe(editor);
    await editor.setViewportSize({ width: 390, height: 844 });
    await scanAxe(editor);
    const wide = await editor.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });

  await test.step("an admin goes on with the editor's draft, is refused without a reason, and gives one", async () => {
    await admin.goto(address);
    await expect(admin.getByLabel("Headline")).toHaveValue(`The bridge of ${town}`);
    const reason = admin.getByLabel("Why you publish all the same");
    await expect(reason).toHaveAttribute("required", "");
    await reason.fill("The mayor has answered on television.");
    await scanAxe(admin);
    await admin.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(admin).toHaveURL(/\/reports\//);
  });

  const reader = await visit("reader", { javaScriptEnabled: false });
  await reader.goto(new URL(admin.url()).pathname);
  await expect(
    reader.getByText("It was published before the time to answer was over"),
  ).toBeVisible();
  await expect(reader.getByText("The mayor has answered on television.")).toBeVisible();
});

test("two editors write one report: none loses a word, and readers find it as it was previewed", async ({
  enterAs,
  visit,
  request,
  problems,
}) => {
  const [admin, editor, lead, second] = await Promise.all([
    enterAs("admin"),
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const town = unique("Draftford");
  const article = await councilArticle(editor, town, {
    text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday. The mayor of ${town} resigned on 3 March 2024.`,
  });
  for (const words of ["31 votes to 12", "resigned"]) {
    await approveIn({ lead, second }, await inReview(editor, article, words));
  }
  const address = `/desk/articles/${article}/publish`;
  const first = `${town} rejected the bridge`;
  const last = `The mayor of ${town} resigned`;
  const shortClaims = (page: Page) => page.getByLabel("The claim in short");

  await test.step("the later save is told of the earlier one, and chooses", async () => {
    await Promise.all([editor.goto(address), admin.goto(address)]);
    await editor.getByLabel("Headline").fill(`Two claims about ${town}`);
    await expect(saved(editor)).toBeVisible();
    await admin.getByLabel("Headline").fill("Something else");
    const told = admin.getByText(/has saved another draft since you opened this page/);
    await expect(told).toBeVisible();
    await expect(admin.getByLabel("Headline")).toHaveValue("Something else");
    await scanAxe(admin);
    await admin.getByRole("button", { name: "Go on with theirs" }).click();
    await expect(admin.getByLabel("Headline")).toHaveValue(`Two claims about ${town}`);
    await admin.getByLabel("Summary").fill("What was decided, and who resigned.");
    await expect(saved(admin)).toBeVisible();
  });

  await test.step("the order is changed by key, and kept", async () => {
    await admin.goto(address);
    await shortClaims(admin).nth(0).fill(first);
    await shortClaims(admin).nth(1).fill(last);
    const handle = admin.getByRole("button", { name: /^Drag .* to another place/ }).first();
    await handle.focus();
    await admin.keyboard.press("Space");
    await expect(admin.getByText(/is over place 1 of 2/)).toBeAttached();
    await admin.keyboard.press("ArrowDown");
    await expect(admin.getByText(/is over place 2 of 2/)).toBeAttached();
    await admin.keyboard.press("Space");
    await expect(shortClaims(admin).first()).toHaveValue(last);
    await expect(saved(admin)).toBeVisible();
    await admin.reload();
    await expect(shortClaims(admin).first()).toHaveValue(last);
    await admin
      .getByRole("button", { name: /^Move .* up/ })
      .last()
      .click();
    await expect(shortClaims(admin).first()).toHaveValue(first);
    await admin
      .getByRole("button", { name: /^Move .* down/ })
      .first()
      .click();
    await expect(shortClaims(admin).first()).toHaveValue(last);
  });

  const inOrder = (page: Page) =>
    page.locator("#verdicts h3").evaluateAll((all) => all.map((one) => one.textContent));
  await test.step("the preview is what readers will find, and is for editors only", async () => {
    await admin.getByRole("link", { name: "Preview as readers see it" }).click();
    await expect(admin).toHaveURL(/\/preview$/);
    await expect(
      admin.getByText("Preview: nobody but the editors can see this page"),
    ).toBeVisible();
    expect(await inOrder(admin)).toEqual([last, first]);
    await scanAxe(admin);
    await admin
      .getByRole("navigation", { name: "Preview" })
      .getByRole("link", { name: last })
      .click();
    await expect(admin.getByRole("heading", { level: 1 })).toContainText(last);
    problems.allow(/403/);
    const answer = await lead.request.get(`/desk/articles/${article}/preview`);
    expect(answer.status()).toBe(403);
    const own = await admin.request.get(`/desk/articles/${article}/preview`);
    expect(own.headers()["x-robots-tag"]).toContain("noindex");
    await admin.getByRole("link", { name: "Back to the composer" }).click();
  });

  await test.step("a time is set, shown on the desk, and cancelled", async () => {
    await admin.getByText("Publish at a set time").click();
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 16);
    await admin.getByLabel("Date and time, in UTC").fill(tomorrow);
    await admin.getByRole("button", { name: "Set this time" }).click();
    await expect(admin.getByText("Embargo: published")).toBeVisible();
    await expect(admin.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
    await scanAxe(admin);
    await editor.goto("/desk/approvals");
    await expect(
      editor
        .getByRole("listitem")
        .filter({ hasText: `Bridge is off in ${town}` })
        .last(),
    ).toContainText("Ada Admin");
    await admin.getByRole("button", { name: "Cancel the embargo" }).click();
    await admin.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(admin).toHaveURL(/\/reports\//);
  });

  const report = new URL(admin.url()).pathname;
  const reader = await visit("reader", { javaScriptEnabled: false });
  await test.step("readers find it in that order, with a picture for links", async () => {
    await reader.goto(report);
    expect(await inOrder(reader)).toEqual([last, first]);
    const image = reader.locator('meta[property="og:image"]');
    const picture = new URL((await image.getAttribute("content")) ?? "").pathname;
    expect(picture).toBe(`${report}.png`);
    const answer = await request.get(picture);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    const tag = answer.headers()["etag"] ?? "";
    const again = await request.get(picture, { headers: { "If-None-Match": tag } });
    expect(again.status()).toBe(304);
  });

  await test.step("it is unpublished with a second thought, readers are told why, and it comes back", async () => {
    problems.allow(/status of 4(?:00|10)/);
    await admin.goto(address);
    await admin.getByText("Take it from readers").click();
    await admin.getByLabel("Why, for readers").fill("A court has forbidden it for now.");
    await admin.getByLabel("Type “unpublish” to go on").fill("yes");
    await admin.getByRole("button", { name: "Unpublish the report" }).click();
    await expect(admin.getByText("Type “unpublish” to go on.")).toBeVisible();
    await expect(admin.getByLabel("Why, for readers")).toHaveValue(/A court/);
    await scanAxe(admin);
    await admin.getByLabel("Type “unpublish” to go on").fill("unpublish");
    await admin.getByRole("button", { name: "Unpublish the report" }).click();
    await expect(admin.getByText("This report is unpublished")).toBeVisible();
    await scanAxe(admin);
    expect((await reader.goto(report))?.status()).toBe(410);
    await expect(reader.getByText("A court has forbidden it for now.")).toBeVisible();
    const other = await visit("other");
    await other.goto(report);
    await scanAxe(other);
    expect((await request.get(`${report}.json`)).status()).toBe(410);
    expect(await (await request.get("/sitemap.xml")).text()).not.toContain(report);
    await admin.getByLabel("Why it can be read again").fill("The court has decided.");
    await admin.getByRole("button", { name: "Publish it again" }).click();
    await expect(admin.getByText("Take it from readers")).toBeVisible();
    expect((await reader.goto(report))?.status()).toBe(200);
  });
});
