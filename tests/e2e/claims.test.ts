import { readFile } from "node:fs/promises";

import { claimRow, pasteArticle, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("claims are found, changed together, moved without dragging, and followed while others change them", async ({
  enterAs,
}) => {
  const town = unique("Boardton").replace(" ", "");
  const editor = await enterAs("editor");
  await pasteArticle(editor, {
    title: `News from ${town}`,
    text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.

Inflation in ${town} fell to 2.1 percent in January 2024.`,
  });
  const triage = editor.url();

  // The search, the state and the look are in the address.
  await editor.goto("/desk/claims");
  await editor.locator("body").press("/");
  await editor.keyboard.type(town.toLowerCase());
  await editor.keyboard.press("Enter");
  await expect(editor).toHaveURL(new RegExp(`q=${town.toLowerCase()}`));
  const rows = editor.locator("tr[data-claim]");
  await expect(rows).toHaveCount(2);
  await scanAxe(editor);

  // A step from the list, without dragging.
  const bridge = rows.filter({ hasText: "bridge" });
  await bridge.getByRole("button", { name: /Steps/ }).click();
  await editor.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await editor.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await expect(bridge.getByText("Open", { exact: true })).toBeVisible();

  // Two selected by keyboard; one can be assigned, the other is refused with the reason.
  await editor.locator("body").press("j");
  await editor.keyboard.press("x");
  await editor.keyboard.press("j");
  await editor.keyboard.press("Shift+X");
  await editor.keyboard.press("b");
  await expect(editor.getByText("Change several at once: 2 selected")).toBeFocused();
  const form = editor.getByRole("form", { name: "Change the selected claims" });
  await expect(form.getByText("Who fits")).toBeVisible();
  const tab = (name: string) => form.getByRole("group").getByText(name, { exact: true });
  await tab("Topic").click();
  await expect(form.getByLabel("What to do with it").locator(":checked")).toHaveText(/^Add it/);
  await tab("Assign").click();
  await form.getByRole("button", { name: "Take these" }).first().click();
  await form.getByRole("button", { name: "Change 2 claims" }).click();
  await expect(editor.getByText("1 changed, 1 refused.")).toBeVisible();
  await expect(bridge.getByText("In review", { exact: true })).toBeVisible();

  // The board offers the same filter; a colleague's change is marked in its place and sorted in on demand.
  await editor.getByRole("link", { name: "Board", exact: true }).click();
  const proposed = editor.locator("[data-column=proposed] li[data-claim]");
  await expect(proposed).toHaveCount(1);
  const admin = await enterAs("admin");
  await admin.goto(triage);
  const inflation = claimRow(admin, "Inflation");
  await inflation.locator("[data-claim-link]").click();
  await inflation.getByRole("button", { name: "Accept" }).click();
  await expect(inflation.getByText("Open", { exact: true }).first()).toBeVisible();
  await expect(editor.getByText("1 change by others since this list was loaded.")).toBeVisible();
  await expect(proposed.getByText("Changed", { exact: true })).toBeVisible();
  await editor.getByRole("button", { name: "Show it" }).click();
  await expect(editor.locator("[data-column=open] li[data-claim]")).toHaveCount(1);
  await expect(proposed).toHaveCount(0);

  // Dragged onto a state that a legal step leads to, a card asks for what the step needs.
  const card = editor.locator("[data-column=open] li[data-claim]");
  await card.dragTo(editor.locator("[data-column=dismissed]"));
  await expect(editor.getByRole("dialog", { name: "Dismiss" })).toBeVisible();
  await editor.keyboard.press("Escape");
  // Dropped on a person, it asks for the rest with that person as its lead.
  const lane = editor.locator("[data-lane]").filter({ hasText: "Lena Fischer" });
  await card.dragTo(lane);
  const assigning = editor.getByRole("dialog", { name: "Assign" });
  await expect(assigning.getByLabel("Lead reviewer").locator(":checked")).toHaveText(
    /^Lena Fischer/,
  );
  const beside = assigning.getByLabel("Second reviewer");
  const sam = await beside.locator("option", { hasText: "Sam Okoro" }).getAttribute("value");
  await beside.selectOption(sam);
  await assigning.getByRole("button", { name: /^Assign/ }).click();
  await expect(editor.locator("[data-column=in_review]")).toContainText("Inflation");
  await scanAxe(editor);

  const [csv] = await Promise.all([
    editor.waitForEvent("download"),
    editor.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^claims-.*\.csv$/);
  expect(await readFile(await csv.path(), "utf8")).toMatch(/Inflation[^]*Lena Fischer/);
});
