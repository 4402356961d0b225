import type { Page } from "@playwright/test";

import { approvedClaim, take } from "./support/approved";
import { mailsWith } from "./support/outbox";
import { openPublishing, publishFromQueue } from "./support/publishing";
import { openRoom, saved, stateOf, summary, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

/** In a room: opens what is folded away under these words. */
const unfold = (page: Page, words: string | RegExp) =>
  page.locator("summary", { hasText: words }).click();

/** Whether nothing of the page stands beyond a phone's screen. */
async function fitsPhone(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(390);
}

test("a reader without JavaScript sees a correction, what was said before, and what is different", async ({
  enterAs,
  visit,
  page,
  problems,
}) => {
  test.slow();
  // The refused publication, the link that leads nowhere any more.
  problems.allow(/4(?:04|09|22)/);
  const [editor, lead, second] = await Promise.all([
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const town = unique("Turnham");
  const short = `${town} rejected the bridge`;
  const claimId = await approvedClaim({ editor, lead, second }, town);
  const room = `/desk/claims/${claimId}`;
  await publishFromQueue(editor, town, short);

  const reader = await visit("reader", { javaScriptEnabled: false });
  await reader.goto(new URL(editor.url()).pathname);
  await reader.getByRole("link", { name: short, exact: true }).click();
  const verdict = new URL(reader.url()).pathname;
  await expect(reader.getByText("All 2 versions")).toHaveCount(0);

  // They ask to be told, and confirm it by the mail.
  const address = `${town.toLowerCase().replace(" ", ".")}@reader.example`;
  await reader.getByText("Tell me when this verdict changes", { exact: true }).click();
  await reader.getByLabel("Your email address").fill(address);
  await reader.getByRole("button", { name: "Tell me when it changes" }).click();
  await expect(reader.getByText("Look into your mail.")).toBeVisible();
  const confirmation = () => mailsWith(`To: ${address}`, "Confirm")[0] ?? "";
  await expect.poll(confirmation).toContain("/follow/");
  const link = /\/follow\/[0-9a-f]{64}/.exec(confirmation())?.[0] ?? "";
  await reader.goto(link);
  await reader.getByRole("button", { name: "Yes, tell me when it changes" }).click();
  await expect(reader.getByText("You are told when this verdict changes.")).toBeVisible();

  // Begun as a correction, and another rating comes of it.
  const reason = `The votes of ${town} were miscounted`;
  await editor.goto(room);
  await expect(
    editor.getByText("1 reader is told by mail when this verdict changes."),
  ).toBeVisible();
  await unfold(editor, "Begin a correction");
  const begin = editor.locator("details", { hasText: "What has to be corrected?" });
  await begin.getByLabel("What has to be corrected?").fill(reason);
  await begin.getByRole("button", { name: "Begin the correction" }).click();
  await expect(editor.getByText("It is published as: correction")).toBeVisible();
  await editor.getByRole("button", { name: "Change the assignment" }).click();
  await expect(stateOf(editor).getByText("In review")).toBeVisible();
  await openRoom(lead, room);
  await lead.getByRole("radio", { name: /^False/ }).check();
  await summary(lead).fill("The minutes of the council say the opposite.");
  await saved(lead);
  await take(lead, room, "submit");
  await take(second, room, "decide", { rating: "false", reason: "I read the minutes again." });
  await take(second, room, "sign_off");

  await openPublishing(editor, town, short);
  await editor.getByRole("button", { name: /^Publish/ }).click();
  await expect(
    editor.getByText(/begun as: correction.*at least: changed verdict/i).first(),
  ).toBeVisible();
  await editor.goto(room);
  await unfold(editor, "It is published as");
  await editor.getByRole("radio", { name: /^Changed verdict/ }).check();
  await editor.getByRole("button", { name: "Choose this kind" }).click();
  await expect(editor.getByText("It is published as: changed verdict")).toBeVisible();
  await editor.getByRole("link", { name: "Publish", exact: true }).click();
  await editor.locator('[name^="shortClaim:"]').fill(short);
  await editor.getByRole("button", { name: /^Publish/ }).click();
  await expect(editor).toHaveURL(/\/reports\//);

  // The note stands on top, and leads to what was said before.
  await reader.goto(verdict);
  await expect(reader.getByText(reason)).toBeVisible();
  await reader.getByRole("link", { name: "What was said before, and what changed" }).click();
  await expect(reader.getByText("This is an earlier version")).toBeVisible();
  await expect(reader.getByText(reason)).toBeVisible();
  const changed = reader.locator("#changed");
  await expect(changed.locator("del", { hasText: "bear it out" })).toBeVisible();
  await expect(changed.locator("ins", { hasText: "opposite" })).toBeVisible();
  await expect(reader.locator("#said")).toContainText("bear it out");
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`${verdict}$`),
  );
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await reader.getByRole("link", { name: "All versions" }).click();
  await expect(reader.locator("#version-1")).toContainText("First publication");
  await expect(reader.locator("#version-2")).toContainText(reason);
  await expect.poll(() => mailsWith(`To: ${address}`, "Changed verdict", town).length).toBe(1);

  // A typo is mended by the editor alone, and stands in the list and nowhere else.
  await editor.goto(room);
  await unfold(editor, "Mend a typo");
  await editor.getByLabel("The words as they stand").fill("minutes of the council say");
  await editor.getByLabel("As they should be").fill("minutes of the council did say");
  await editor.getByLabel("What was the slip?").fill("A word was lost");
  await editor.getByRole("button", { name: "Publish it mended" }).click();
  await expect(editor.getByText(/mended a typo in the published verdict/).first()).toBeVisible();
  await reader.goto(verdict);
  await expect(reader.getByText("The minutes of the council did say the opposite.")).toBeVisible();
  await expect(reader.getByText("A word was lost")).toHaveCount(0);
  await reader.getByRole("link", { name: "All 3 versions" }).click();
  await expect(reader.locator("#version-3")).toContainText("A word was lost");

  for (const at of [verdict, `${verdict}/versions`, `${verdict}/versions/1`, `${verdict}/follow`]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(at);
    await scanAxe(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await fitsPhone(page);
  }

  // Retracted by two; what was said is still there to be read.
  await take(lead, room, "ask_retraction", { reason: `The minutes of ${town} were forged` });
  await editor.goto(room);
  await scanAxe(editor);
  await take(editor, room, "retract", { reason: `The minutes of ${town} were forged` });
  await reader.goto(`${verdict}/versions/1`);
  await expect(reader.getByText("This verdict is retracted")).toBeVisible();
  await expect(reader.getByText("This is an earlier version")).toBeVisible();
  await expect.poll(() => mailsWith(`To: ${address}`, "Retracted", town).length).toBe(1);

  await reader.goto(link);
  await reader.getByRole("button", { name: "Tell me nothing more" }).click();
  await expect(reader.getByText("You are told nothing more.")).toBeVisible();
  await reader.goto(link);
  await expect(reader.getByText("This link does not lead anywhere any more")).toBeVisible();
});
