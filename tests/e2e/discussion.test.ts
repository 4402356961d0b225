import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, rationale, saved, stateOf, unique, writeVerdict } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const thread = (page: Page, name: RegExp) => page.getByRole("article", { name });
const comment = (page: Page) => page.getByRole("textbox", { name: "Your comment" });
const reply = (page: Page) => page.getByRole("textbox", { name: "Your reply" });
const submit = (page: Page) =>
  page.getByRole("button", { name: "Submit for the second review" }).click();

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.locator("article:focus-within").getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((it) => it === document.activeElement)) return;
  }
  await expect(button).toBeFocused();
}

/** Selects one more letter and presses Control+Alt+M before the browser has told the editor of the letter. */
const askAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.getSelection()?.modify("extend", "forward", "character");
    const keys = { code: "KeyM", key: "m", ctrlKey: true, altKey: true };
    const stroke = new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(stroke);
  });

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? "");

test("a question about words of the rationale keeps a review from being submitted until it is settled", async ({
  enterAs,
  problems,
}) => {
  test.setTimeout(150_000);
  problems.allow(/status of 400/);
  const town = unique("Talkton");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, town);
  await openRoom(lead, room);
  await expect(lead.getByText("No comments yet.", { exact: false })).toBeVisible();
  await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });
  await openRoom(editor, room);

  await test.step("by keyboard alone, somebody asks about words and mentions the lead", async () => {
    await rationale(editor).focus();
    await editor.keyboard.press("Control+Home");
    for (let letters = 1; letters < "The minutes".length; letters += 1) {
      await editor.keyboard.press("Shift+ArrowRight");
      await expect.poll(() => selected(editor)).toBe("The minutes".slice(0, letters));
    }
    await askAtOnce(editor);
    await expect(comment(editor)).toBeFocused();
    await editor.keyboard.type("Which page? @l");
    const field = editor.getByRole("combobox", { name: "Your comment" });
    await expect(field).toHaveAttribute("aria-expanded", "true");
    const colleagues = editor.getByRole("listbox", { name: "Colleagues" }).getByRole("option");
    await expect(colleagues).toHaveText(["Lena Fischer (demo)"]);
    await scanAxe(editor);
    await editor.keyboard.press("Enter");
    await expect(comment(editor)).toHaveValue("Which page? @Lena Fischer (demo) ");
    await editor.keyboard.press("Control+Enter");
    await expect(thread(editor, /“The minutes”/)).toBeFocused();
    await saved(editor);
  });

  await test.step("the lead finds it in the queue, and the words are set off in the text", async () => {
    await lead.goto("/desk");
    const mention = lead.getByRole("listitem").filter({ hasText: "Mentioned in a comment" });
    await expect(mention.filter({ hasText: town })).toContainText("Edda Brandt (demo)");
    await scanAxe(lead);
    await mention.getByRole("link", { name: new RegExp(town) }).click();
    await expect(thread(lead, /“The minutes”/)).toBeFocused();
    await expect(lead.locator(".comment-words")).toHaveText("The minutes");
    await thread(lead, /“The minutes”/)
      .getByRole("button", { name: /Show in the review/ })
      .click();
    await expect(rationale(lead)).toBeFocused();
    expect(await lead.evaluate(() => getSelection()?.toString())).toBe("The minutes");
    await expect(async () => {
      await lead.goto("/desk");
      await expect(mention.filter({ hasText: town })).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
  });

  await test.step("it is not submitted while the thread is open, and says so before and after", async () => {
    await openRoom(lead, room);
    const open = "1 thread of the discussion is open. Resolve it, or decide on it, first.";
    await expect(lead.getByText(open)).toBeVisible();
    await submit(lead);
    await expect(lead.getByText("Not submitted yet.", { exact: false })).toBeVisible();
    await expect(lead.getByText(open)).toBeVisible();
    await expect(stateOf(lead)).toContainText("In review");
    await lead.getByRole("link", { name: "“The minutes”" }).click();
    await expect(thread(lead, /“The minutes”/)).toBeFocused();
  });

  await test.step("an answer that was not sent survives a reload", async () => {
    await thread(lead, /“The minutes”/)
      .getByRole("button", { name: "Reply" })
      .click();
    await reply(lead).fill("Page 3, at the top.");
    await lead.reload();
    await expect(reply(lead)).toHaveValue("Page 3, at the top.");
    await lead.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(thread(editor, /“The minutes”/)).toContainText("Page 3, at the top.");
  });

  await test.step("a comment on a field is counted beside it, edited and taken back", async () => {
    await lead.getByRole("button", { name: "Comment on the rating" }).click();
    await comment(lead).fill("Too kind?");
    await lead.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(editor.getByRole("button", { name: "1 open thread on the rating" })).toBeVisible();
    const own = thread(lead, /On the rating/);
    await own.getByRole("button", { name: "Edit your comment" }).click();
    await comment(lead).fill("Too kind, I think.");
    await own.getByRole("button", { name: "Save" }).click();
    await expect(thread(editor, /On the rating/)).toContainText("Too kind, I think.");
    await expect(thread(editor, /On the rating/)).toContainText("edited");
    await own.getByRole("button", { name: "Take back" }).click();
    await own.getByRole("button", { name: "Yes, take it back" }).click();
    await expect(thread(editor, /On the rating/)).toHaveCount(0);
  });

  await test.step("the thread says so when its words are deleted", async () => {
    await thread(lead, /“The minutes”/)
      .getByRole("button", { name: /Show in the review/ })
      .click();
    await expect(rationale(lead)).toBeFocused();
    await lead.keyboard.type("Page 3");
    const lost = "The words this was about were deleted: “The minutes”";
    await expect(thread(editor, /“The minutes”/)).toContainText(lost);
    await expect(editor.locator(".comment-words")).toHaveCount(0);
    await saved(lead);
  });

  await test.step("by keyboard alone, it is resolved; then the review is submitted", async () => {
    await thread(editor, /“The minutes”/).focus();
    await tabTo(editor, "Resolve");
    await editor.keyboard.press("Enter");
    await expect(editor.getByText("No thread is open.")).toBeVisible();
    await expect(editor.getByRole("status").filter({ hasText: "Thread resolved." })).toHaveCount(1);
    await editor.keyboard.press("Tab");
    await expect(editor.getByRole("radio", { name: /^Open/ })).toBeFocused();
    await editor.keyboard.press("ArrowRight");
    await expect(thread(editor, /“The minutes”/)).toContainText("Resolved by Edda Brandt (demo)");
    await expect(lead.getByText("No thread is open.")).toBeVisible();
    await submit(lead);
    await expect(stateOf(lead)).toContainText("Second review");
    await expect(lead.getByText("Read-only: comments are written", { exact: false })).toBeVisible();
  });

  await test.step("the second reviewer sees none of it before their own verdict, and then comments", async () => {
    const second = await enterAs("second");
    await second.goto(room);
    await expect(second.getByRole("radio", { name: /^Mostly true/ })).toBeVisible();
    await expect(second.getByRole("heading", { name: "Discussion" })).toHaveCount(0);
    expect(await (await second.request.get(room)).text()).not.toContain("Which page?");
    await second.getByRole("radio", { name: /^Mostly true/ }).check();
    await second.getByLabel("Why", { exact: true }).fill("I read the minutes myself.");
    await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
    await second.locator("label", { hasText: "Resolved (1)" }).click();
    await expect(thread(second, /“The minutes”/)).toContainText("Which page?");
    await expect(second.getByRole("button", { name: "Edit your comment" })).toHaveCount(0);
    await second.getByLabel("Comment on").selectOption("the verdict in one sentence");
    await second.getByRole("button", { name: "Write" }).click();
    await comment(second).fill("Name the date.");
    await second.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(thread(lead, /On the verdict in one sentence/)).toContainText("Name the date.");
    await scanAxe(second);
  });
});
