import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, rationale, saved, stateOf, unique, writeVerdict } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const proposal = (page: Page, words: string) =>
  page.getByRole("article", { name: `Proposal: “${words}”` });
const field = (page: Page) => page.getByRole("textbox", { name: "Words you propose" });
const said = (page: Page, words: string) =>
  page.getByRole("status").filter({ hasText: words }).first();

/** Selects the first letters of the rationale by the keyboard and proposes others. */
async function begin(page: Page, words: string): Promise<void> {
  // A page that has just opened still draws what others do, and nobody presses keys as fast as this.
  await expect(async () => {
    await rationale(page).focus();
    await page.keyboard.press("Control+Home");
    for (let letters = 0; letters < words.length; letters += 1) {
      await page.keyboard.press("Shift+ArrowRight");
    }
    // The editor hears of the last key a moment after the page has drawn it.
    const selected = await page.evaluate(
      () => new Promise((then) => setTimeout(() => then(getSelection()?.toString()), 100)),
    );
    expect(selected).toBe(words);
  }).toPass();
  await page.keyboard.press("Control+Alt+p");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(words);
}

/** Puts the caret after the first letters of the rationale, by the keyboard. */
async function goAfter(page: Page, words: string): Promise<void> {
  // The editor puts its own selection back a moment after it gets the focus, and over keys that were faster.
  await expect(async () => {
    await rationale(page).focus();
    await page.keyboard.press("Control+Home");
    for (let letters = 0; letters < words.length; letters += 1) {
      await page.keyboard.press("ArrowRight");
    }
    const before = await page.evaluate(async () => {
      await new Promise((then) => setTimeout(then, 100));
      const { focusNode, focusOffset } = getSelection() ?? {};
      return focusNode?.textContent?.slice(0, focusOffset);
    });
    expect(before).toBe(words);
  }).toPass();
}

test("a colleague proposes other words for the rationale, and its author accepts or declines them", async ({
  enterAs,
  problems,
}) => {
  test.setTimeout(150_000);
  problems.allow(/status of 400/);
  const town = unique("Propville");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, town);
  await openRoom(lead, room);
  await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });
  await openRoom(editor, room);
  const told = (words: string) =>
    editor.getByRole("listitem").filter({ hasText: words }).filter({ hasText: town });

  await test.step("by keyboard alone, a colleague proposes other words", async () => {
    await begin(editor, "The minutes");
    await editor.keyboard.press("Control+Enter");
    await expect(said(editor, "These are the words as they stand.")).toBeVisible();
    await scanAxe(editor);
    await field(editor).fill("Page 3 of the minutes");
    await editor.getByRole("textbox", { name: "Comment (optional)" }).fill("So that one finds it.");
    await editor.keyboard.press("Control+Enter");
    await expect(proposal(editor, "The minutes")).toBeFocused();
    await saved(editor);
  });

  await test.step("the author sees it in the text and beside it, and cannot submit while it is open", async () => {
    const card = proposal(lead, "The minutes");
    await expect(card.locator("del")).toContainText("The");
    await expect(card.locator("ins")).toContainText("Page 3 of the");
    await expect(card).toContainText("So that one finds it.");
    await expect(lead.locator(".proposed-words")).toHaveText("The minutes");
    await scanAxe(lead);
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(lead.getByText("Not submitted yet.", { exact: false })).toBeVisible();
    await lead.getByRole("link", { name: "Proposal: “The minutes”" }).click();
    await expect(card).toBeFocused();
    await expect(stateOf(lead)).toContainText("In review");
  });

  await test.step("words that changed meanwhile are shown, and asked about once more", async () => {
    await goAfter(lead, "The");
    await lead.keyboard.type(" typed");
    const card = proposal(lead, "The minutes");
    await expect(card).toContainText(
      "The words have changed since. They are now: The typed minutes",
    );
    await card.getByRole("button", { name: "Accept though changed" }).click();
    await expect(rationale(lead)).toContainText("The typed minutes of the council");
    await card.getByRole("button", { name: "Yes, replace the words as they are now" }).click();
    for (const page of [lead, editor]) {
      await expect(rationale(page)).toHaveText("Page 3 of the minutes of the council say so.");
      await expect(page.getByText("No thread is open.")).toBeVisible();
      await expect(page.locator(".proposed-words")).toHaveCount(0);
    }
    await expect(said(lead, "Proposal accepted.")).toBeAttached();
    await expect(said(editor, "Lena Fischer (demo) accepted a proposal.")).toBeAttached();
    await lead.locator("label", { hasText: "Resolved (1)" }).click();
    await expect(card).toContainText("Accepted by Lena Fischer (demo)");
    await expect(card.getByRole("button")).toHaveCount(0);
    await lead.locator("label", { hasText: "Open (0)" }).click();
    await saved(lead);
  });

  await test.step("whoever proposed it finds that in the queue, until they open the room", async () => {
    await editor.goto("/desk");
    await expect(told("Proposal accepted")).toContainText(
      "Lena Fischer (demo) accepted the change",
    );
    await scanAxe(editor);
    await told("Proposal accepted").getByRole("link").click();
    await expect(proposal(editor, "The minutes")).toBeFocused();
    await expect(async () => {
      await editor.goto("/desk");
      await expect(told("Proposal accepted")).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
  });

  await test.step("another one is declined with a word, and its author reads it", async () => {
    await openRoom(editor, room);
    await begin(editor, "Page 3");
    await field(editor).fill("");
    await editor.getByRole("button", { name: "Propose", exact: true }).click();
    const card = proposal(lead, "Page 3");
    await card.getByRole("button", { name: "Decline" }).click();
    await expect(lead.getByRole("textbox", { name: "Why not" })).toBeFocused();
    await lead.keyboard.press("Control+Enter");
    await expect(card).toContainText("Say why in a word.");
    await lead.keyboard.type("One has to find it.");
    await lead.keyboard.press("Control+Enter");
    await expect(card).toHaveCount(0);
    await saved(lead);
    await editor.goto("/desk");
    await told("Proposal declined").getByRole("link").click();
    await expect(proposal(editor, "Page 3")).toContainText("Declined by Lena Fischer (demo)");
    await expect(proposal(editor, "Page 3")).toContainText("One has to find it.");
    await expect(rationale(editor)).toContainText("Page 3 of the minutes");
    await scanAxe(editor);
  });

  await test.step("two who accept it at once, offline, leave its words there once", async () => {
    await editor.locator("label", { hasText: /^Open/ }).click();
    await begin(editor, "Page 3");
    await field(editor).fill("Page 5");
    await editor.keyboard.press("Control+Enter");
    await saved(editor);
    const both = [editor, lead];
    await expect(proposal(lead, "Page 3")).toBeVisible();
    for (const page of both) {
      await page.context().setOffline(true);
      await expect(page.locator("[data-save-state]")).toHaveAttribute("data-save-state", "offline");
      await proposal(page, "Page 3").getByRole("button", { name: "Accept" }).click();
      await expect(rationale(page)).toContainText("Page 5 of the minutes");
    }
    for (const page of both) await page.context().setOffline(false);
    for (const page of both) {
      await saved(page);
      await expect(rationale(page)).toHaveText("Page 5 of the minutes of the council say so.");
    }
    await editor.locator("label", { hasText: /^Resolved/ }).click();
    await lead.locator("label", { hasText: /^Resolved/ }).click();
    const accepted = /Accepted by (Edda Brandt|Lena Fischer)/;
    const card = (page: Page) => proposal(page, "Page 3").filter({ hasText: accepted });
    const words = async (page: Page) => accepted.exec((await card(page).textContent()) ?? "")?.[0];
    expect(await words(editor)).toBe(await words(lead));
    await openRoom(lead, room);
    await expect(rationale(lead)).toHaveText("Page 5 of the minutes of the council say so.");
  });

  await test.step("a last one is withdrawn, and the review is submitted", async () => {
    await editor.locator("label", { hasText: /^Open/ }).click();
    await begin(editor, "Page 5");
    await field(editor).fill("Page 6");
    await editor.keyboard.press("Control+Enter");
    await expect(proposal(lead, "Page 5")).toBeVisible();
    await proposal(editor, "Page 5").getByRole("button", { name: "Withdraw" }).click();
    await expect(lead.getByText("No thread is open.")).toBeVisible();
    await saved(editor);
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(stateOf(lead)).toContainText("Second review");
  });

  await test.step("the second reviewer, who may only comment, proposes by the keyboard from the frozen text", async () => {
    const second = await enterAs("second");
    await second.goto(room);
    await second.getByRole("radio", { name: /^Mostly true/ }).check();
    await second.getByLabel("Why", { exact: true }).fill("I read the minutes myself.");
    await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
    await second.getByText("Propose a change of the rationale").click();
    const text = second.getByRole("textbox", { name: "The rationale as it stands" });
    const propose = second.getByRole("button", { name: "Propose a change", exact: true });
    await propose.click();
    await expect(second.getByText("Select the words first", { exact: false })).toBeVisible();
    await expect(text).toBeFocused();
    await second.keyboard.press("Control+Home");
    for (let letters = 0; letters < "Page 5".length; letters += 1) {
      await second.keyboard.press("Shift+ArrowRight");
    }
    await second.keyboard.type("x");
    await expect(text).toHaveValue("Page 5 of the minutes of the council say so.");
    await propose.press("Enter");
    await expect(field(second)).toHaveValue("Page 5");
    await scanAxe(second);
    await field(second).fill("Page 7");
    await second.keyboard.press("Control+Enter");
    const card = proposal(second, "Page 5");
    await expect(card.getByRole("button", { name: "Withdraw" })).toBeVisible();
    await expect(card.getByRole("button", { name: "Accept" })).toHaveCount(0);
    const seen = proposal(lead, "Page 5");
    await lead.locator("label", { hasText: /^Open/ }).click();
    await expect(seen.locator("ins")).toContainText("7");
    await expect(seen.getByRole("button", { name: /Accept|Decline/ })).toHaveCount(0);
  });
});
