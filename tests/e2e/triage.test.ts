import { claimRow, pasteArticle, unique } from "./support/steps";
import { expect, test } from "./support/test";

const article = (town: string) => ({
  title: `Bridge is off in ${town}`,
  text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.

The mayor resigned on Tuesday after the vote.

Inflation in the region fell to 2.1 percent in January.

Trains stopped running between the two towns in 2019.`,
});

test("triage by keyboard alone: accept, dismiss, edit, split, merge", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  await pasteArticle(editor, article(unique("Keytown")));
  const keys = editor.keyboard;
  const selected = editor.locator("li[data-selected]");

  const first = await selected.innerText();
  await keys.press("a");
  await expect(claimRow(editor, first.split("\n")[1] ?? first).getByText("Open")).toBeVisible();

  await editor.locator("body").press("j");
  await keys.press("d");
  await keys.type("Not worth");
  await keys.press("Tab");
  await keys.type("Not of public interest");
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(editor.getByText("Dismissed", { exact: true }).first()).toBeVisible();

  await editor.locator("body").press("j");
  await keys.press("e");
  await keys.press("Control+a");
  await keys.type("Inflation fell to 2.1 percent in January 2024.");
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(claimRow(editor, "Inflation fell to 2.1 percent in January 2024.")).toBeVisible();

  await keys.press("Escape");
  await keys.press("?");
  await expect(editor.getByRole("dialog")).toContainText("Dismiss it; asks the reason");
  await keys.press("Escape");
});

test("a claim is added by selecting words, split in two, and one of them merged", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  await pasteArticle(editor, article(unique("Handton")));
  await editor.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf("stopped running") ?? -1;
      if (at < 0 || node.parentElement?.closest("ol")) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + "stopped running".length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
  });
  await editor.getByRole("button", { name: /New claim from selected words/ }).click();
  const form = editor.getByRole("form", { name: "New claim" });
  await form.getByLabel("Statement").fill("Trains stopped running, and buses too.");
  await form.getByRole("button", { name: "Propose the claim" }).click();
  const added = claimRow(editor, "Trains stopped running, and buses too.");
  await expect(added).toBeVisible();

  await added.locator("[data-claim-link]").click();
  await added.getByRole("link", { name: "Split" }).click();
  await added.getByLabel("Statement 1").fill("Trains stopped running in 2019.");
  await added.getByLabel("Statement 2").fill("Buses stopped running in 2019.");
  await added.getByRole("button", { name: "Split", exact: true }).click();
  await expect(claimRow(editor, "Buses stopped running in 2019.")).toBeVisible();
  await expect(added.getByText("Dismissed", { exact: true })).toBeVisible();

  const buses = claimRow(editor, "Buses stopped running in 2019.");
  await buses.locator("[data-claim-link]").click();
  await buses.getByRole("link", { name: "Merge" }).click();
  await buses.getByLabel("Merge into").selectOption({ label: "Trains stopped running in 2019." });
  await buses.getByLabel(/Its statement from now on/).fill("Trains and buses stopped in 2019.");
  await buses.getByRole("button", { name: "Merge" }).click();
  await expect(claimRow(editor, "Trains and buses stopped in 2019.")).toBeVisible();

  await editor.getByText("Topics of the article…").click();
  await editor.getByRole("checkbox", { name: "Energy" }).first().check();
  await editor.getByRole("button", { name: "Save the topics" }).first().click();
  await editor.getByRole("link", { name: "Energy" }).first().click();
  await expect(editor).toHaveURL(/\/desk\/claims\?topic=/);
  await expect(
    editor.getByRole("row").filter({ hasText: "Trains and buses" }).first(),
  ).toContainText("Energy");
  const filters = editor.getByRole("search", { name: "Filter the claims" });
  await expect(filters.getByLabel("Topic", { exact: true })).toHaveValue(/./);
});
