import type { Page } from "@playwright/test";

import { keysOf, pointersSeen, watchPointers, type Keys } from "./support/keys";
import { demoPassword, emailOf } from "./support/people";
import { councilArticle } from "./support/staging";
import { claimRow, rationale, saved, stateOf, summary, unique } from "./support/steps";
import { expect, test } from "./support/test";

/** From here on the desk hears keys. */
const hears = (page: Page) =>
  expect(page.getByRole("button", { name: "Find what to do" })).toBeVisible();

test("from triage to approval without a mouse: three people with keys alone", async ({
  enterAs,
  visit,
}) => {
  const town = unique("Keyford");
  const [editor, lead, second] = await Promise.all([
    visit("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const everybody = { editor, lead, second };
  await Promise.all(Object.values(everybody).map(watchPointers));
  const hands: Record<keyof typeof everybody, Keys> = {
    editor: keysOf(editor),
    lead: keysOf(lead),
    second: keysOf(second),
  };
  const rowOf = (page: Page, words: string) =>
    page.locator("[data-row]").filter({ hasText: words }).locator("[data-row-link]");

  await test.step("an editor signs in, finds the article, and accepts its claim", async () => {
    const keys = hands.editor;
    await editor.goto("/login");
    await keys.reach(editor.getByLabel("E-mail address"));
    await keys.type(emailOf("editor"));
    await keys.reach(editor.getByLabel("Password"));
    await keys.type(demoPassword);
    await keys.press("Enter");
    await expect(editor.getByRole("heading", { level: 1, name: "My queue" })).toBeVisible();
    await councilArticle(editor, town);
    await hears(editor);
    await keys.press("g", "a");
    await expect(editor.getByRole("heading", { level: 1, name: "Articles" })).toBeVisible();
    await keys.reach(rowOf(editor, town), "j");
    await keys.press("o");
    await expect(editor.getByRole("heading", { level: 1 })).toContainText(town);
    const row = claimRow(editor, "31 votes to 12");
    await expect(row).toHaveAttribute("data-selected");
    await keys.press("a");
    await expect(row.getByText("Open", { exact: true }).first()).toBeVisible();
  });

  await test.step("assigns it to a lead and a second reviewer", async () => {
    const keys = hands.editor;
    const row = claimRow(editor, "31 votes to 12");
    await keys.press("i");
    await expect(row.getByLabel("Lead reviewer")).toBeFocused();
    await keys.type("Lena");
    await keys.reach(row.getByLabel("Second reviewer"));
    await keys.type("Sam");
    await keys.reach(row.getByLabel("Priority"));
    await keys.type("High");
    await keys.reach(row.getByRole("button", { name: "Assign and open the room" }));
    await keys.press("Enter");
    await expect(row.getByText("In review", { exact: true })).toBeVisible();
    await expect(row.locator("[data-claim-link]")).toBeFocused();
    await expect(
      row.getByText("Lena Fischer (demo) leads, Sam Okoro (demo) decides"),
    ).toBeVisible();
  });

  await test.step("the lead finds it in the queue and writes the verdict", async () => {
    const keys = hands.lead;
    await lead.goto("/desk/notifications");
    await hears(lead);
    await keys.press("g", "q");
    await expect(lead.getByRole("heading", { level: 1, name: "My queue" })).toBeVisible();
    await keys.reach(rowOf(lead, town), "j");
    await keys.press("o");
    await expect(lead.getByRole("heading", { level: 1 })).toContainText("31 votes to 12");
    await expect(lead.getByRole("main")).toBeFocused();
    await saved(lead);
    await keys.reach(lead.getByRole("radio").first());
    await keys.reach(lead.getByRole("radio", { name: /^Mostly true/ }), "ArrowDown");
    await keys.reach(summary(lead));
    await keys.type("The vote was as reported.");
    await keys.reach(rationale(lead));
    await keys.type("The minutes of the council say so.");
    await keys.reach(lead.getByLabel("Add a source"));
    await keys.type("https://council.example/minutes");
    await keys.press("Enter");
    await keys.reach(lead.getByLabel("How it bears on the claim"), "Shift+Tab");
    await keys.type("Refutes");
    await keys.reach(lead.getByLabel("Title", { exact: true }), "Shift+Tab");
    await keys.type("Minutes of the council");
    await saved(lead);
    await keys.reach(lead.getByRole("button", { name: "Submit for the second review" }));
    await keys.press("Enter");
    await expect(stateOf(lead)).toContainText("Second review");
    await expect(lead.getByRole("heading", { level: 1 })).toBeFocused();
  });

  await test.step("the second reviewer decides without the lead's rating, and signs", async () => {
    const keys = hands.second;
    await second.goto("/desk/notifications");
    await hears(second);
    await keys.press("g", "q");
    await expect(second.getByRole("heading", { level: 1, name: "My queue" })).toBeVisible();
    await keys.reach(rowOf(second, town), "j");
    await keys.press("o");
    await expect(second.getByText("The minutes of the council say so.")).toBeVisible();
    await expect(second.getByText("The vote was as reported.")).toHaveCount(0);
    await expect(second.locator("main").getByRole("radio", { checked: true })).toHaveCount(0);
    await keys.reach(second.getByRole("radio").first());
    await keys.reach(second.getByRole("radio", { name: /^Mostly true/ }), "ArrowDown");
    await keys.reach(second.getByLabel("Why", { exact: true }));
    await keys.type("I read the minutes myself.");
    await keys.reach(second.getByRole("button", { name: "Give my verdict and see the first" }));
    await keys.press("Enter");
    await expect(second.getByText("Both ratings are the same")).toBeVisible();
    await expect(second.getByRole("heading", { level: 1 })).toBeFocused();
    await keys.reach(second.getByRole("button", { name: "Sign off" }));
    await keys.press("Enter");
    await expect(stateOf(second)).toContainText("Approved");
  });

  await test.step("the editor goes to the approvals and clears it", async () => {
    const keys = hands.editor;
    await keys.press("g", "v");
    await expect(editor.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
    await keys.reach(rowOf(editor, town), "j");
    await keys.press("Enter");
    await expect(editor.locator('h1[data-busy="false"]')).toBeFocused();
    await expect(editor.getByRole("link", { name: new RegExp(town) })).toBeVisible();
    await keys.press("a");
    await expect(editor.locator("[data-toast]")).toContainText("Cleared:");
  });

  for (const [who, page] of Object.entries(everybody)) {
    expect(await pointersSeen(page), `${who} used no mouse`).toBe(0);
  }
  const presses = Object.entries(hands).map(([who, keys]) => `${who} ${keys.presses()}`);
  console.info(`without a mouse, presses: ${presses.join(", ")}`);
});
