import type { Locator, Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import {
  clearFromQueue,
  openRoom,
  rationale,
  saved,
  stateOf,
  unique,
  writeVerdict,
} from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const sources = (page: Page) => page.getByRole("listbox", { name: "Sources to refer to" });
const notes = (page: Page) => rationale(page).locator("sup.footnote");
const cells = (page: Page) => rationale(page).locator("th, td");
const tableBar = (page: Page) => page.getByRole("toolbar", { name: "Table" });

/** What everybody sees who reads and does not write. */
async function expectRead(page: Page): Promise<void> {
  const noted = page.locator('[role="doc-noteref"]');
  await expect(noted).toHaveText(["[2]", "[1]"]);
  await expect(page.getByRole("columnheader")).toHaveText(["Year", "Votes", ""]);
  await expect(page.getByRole("table")).toContainText("Bridge");
  await follow(noted.first(), /#source-2$/);
  await expect(page.locator("#source-2")).toContainText("Minutes of the council");
  await follow(page.locator("#source-2").locator('[role="doc-backlink"]'), /#footnote-1$/);
}

/** Follows a link inside the page; again when the page was just on its way somewhere, as after a step that was taken. */
async function follow(link: Locator, address: RegExp): Promise<void> {
  await expect(async () => {
    await link.click();
    await expect(link.page()).toHaveURL(address, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

/** Adds a source with a title, as the page's own fields do. */
async function addSource(page: Page, number: number, title: string): Promise<void> {
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page
    .getByLabel("Title", { exact: true })
    .nth(number - 1)
    .fill(title);
}

/** Puts the caret at the end of the text, and waits until the editor has heard of it. */
async function toEnd(page: Page): Promise<void> {
  await rationale(page).focus();
  await page.keyboard.press("Control+End");
  await page.waitForFunction(() => getSelection()?.isCollapsed);
}

test("footnotes and a table are written by keyboard, seen by a colleague, signed and published", async ({
  enterAs,
  visit,
  problems,
}) => {
  test.setTimeout(240_000);
  problems.allow(/status of 400/);
  const town = unique("Tableham");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, town);
  await openRoom(lead, room);

  await test.step("without evidence the list says so, and Escape leaves the bracket", async () => {
    await rationale(lead).click();
    await lead.keyboard.type("[");
    await expect(
      lead.getByRole("status").filter({ hasText: "There is no evidence yet." }),
    ).toBeAttached();
    await lead.keyboard.press("Escape");
    await expect(rationale(lead)).toHaveText("[");
    await lead.keyboard.press("Backspace");
  });

  await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });
  await addSource(lead, 2, "Letter of the mayor");
  await openRoom(editor, room);

  await test.step("a bracket opens the list, typing narrows it, Enter chooses", async () => {
    await toEnd(lead);
    await lead.keyboard.type("[");
    await expect(sources(lead).getByRole("option")).toHaveCount(2);
    await expect(rationale(lead)).toHaveAttribute("aria-activedescendant", "footnote-source-0");
    await lead.keyboard.press("ArrowDown");
    await expect(sources(lead).getByRole("option", { selected: true })).toContainText("Letter");
    await scanAxe(lead);
    await lead.keyboard.type("minu");
    await expect(sources(lead).getByRole("option")).toHaveCount(1);
    await lead.keyboard.press("Enter");
    await expect(sources(lead)).toHaveCount(0);
    for (const page of [lead, editor]) {
      await expect(rationale(page)).toContainText("The minutes of the council say so.[1]");
    }
  });

  await test.step("the toolbar does the same, and takes its bracket back when nothing is chosen", async () => {
    await lead.keyboard.type(" So does he.");
    await lead.getByRole("button", { name: "Footnote to a source" }).click();
    await expect(sources(lead)).toBeVisible();
    await lead.keyboard.press("Escape");
    await expect(rationale(lead)).toHaveText("The minutes of the council say so.[1] So does he.");
    await lead.getByRole("button", { name: "Footnote to a source" }).click();
    await sources(lead)
      .getByRole("option", { name: /Letter of the mayor/ })
      .click();
    await expect(rationale(lead)).toBeFocused();
    await expect(notes(editor)).toHaveText(["[1]", "[2]"]);
  });

  await test.step("the caret on a footnote says its source, and Enter goes there", async () => {
    await expect(async () => {
      await toEnd(lead);
      await lead.keyboard.press("ArrowLeft");
      await expect(
        lead.getByRole("status").filter({ hasText: "Source 2: Letter of the mayor." }),
      ).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await expect(notes(lead).last().locator('[role="doc-noteref"]')).toHaveAttribute(
      "title",
      "Letter of the mayor",
    );
    await lead.keyboard.press("Enter");
    await expect(lead.getByLabel("Title", { exact: true }).nth(1)).toBeFocused();
    await notes(lead).first().locator('[role="doc-noteref"]').click();
    await expect(lead.getByLabel("Title", { exact: true }).first()).toBeFocused();
  });

  await test.step("its number follows the order of the sources, on every page", async () => {
    await editor.getByRole("button", { name: "Move Letter of the mayor up" }).click();
    for (const page of [lead, editor]) await expect(notes(page)).toHaveText(["[2]", "[1]"]);
  });

  await test.step("a table is put in and filled by keyboard, and seen by both", async () => {
    await toEnd(lead);
    await lead.keyboard.press("Control+Alt+g");
    await expect(tableBar(lead).getByRole("button", { name: "2 by 2" })).toBeFocused();
    await lead.keyboard.press("Enter");
    await expect(rationale(lead)).toBeFocused();
    await expect(cells(editor)).toHaveCount(4);
    for (const words of ["Year", "Votes", "2024", "31 to 12"]) {
      await lead.keyboard.type(words);
      await expect(cells(editor).filter({ hasText: words })).toHaveCount(1);
      if (words !== "31 to 12") await lead.keyboard.press("Tab");
    }
    // Beside the words of a cell stands the caret of whoever is in it.
    await expect(cells(lead)).toContainText(["Year", "Votes", "2024", "31 to 12"]);
  });

  await test.step("rows and columns come and go from its toolbar", async () => {
    await lead.keyboard.press("Control+Alt+g");
    await expect(tableBar(lead).getByRole("button", { name: "Row above" })).toBeFocused();
    await scanAxe(lead);
    await lead.keyboard.press("ArrowRight");
    await lead.keyboard.press("Enter");
    await expect(cells(editor)).toHaveCount(6);
    await expect(tableBar(lead).getByRole("button", { name: "Row below" })).toBeFocused();
    await tableBar(lead).getByRole("button", { name: "Column after" }).click();
    await expect(cells(editor)).toHaveCount(9);
    await expect(editor.locator(".rationale th")).toHaveCount(3);
    await lead.keyboard.press("Escape");
    await expect(rationale(lead)).toBeFocused();
    await expect(tableBar(lead)).toHaveCount(0);
    await lead.keyboard.press("Tab");
    await lead.keyboard.type("Bridge");
    await lead.keyboard.press("Tab");
    await lead.keyboard.type("2023");
    await expect(cells(editor)).toContainText([
      "Year",
      "Votes",
      "",
      "2024",
      "31 to 12",
      "Bridge",
      "2023",
      "",
      "",
    ]);
    await saved(lead);
  });

  await test.step("a colleague comments on words of a cell", async () => {
    await expect(async () => {
      await cells(editor).filter({ hasText: "31 to 12" }).click();
      await editor.keyboard.press("Home");
      await editor.keyboard.press("Shift+ArrowRight");
      await editor.keyboard.press("Shift+ArrowRight");
      // The editor hears of the last key a moment after the page has drawn it.
      const selected = await editor.evaluate(
        () => new Promise((then) => setTimeout(() => then(getSelection()?.toString()), 100)),
      );
      expect(selected).toBe("31");
    }).toPass({ timeout: 20_000 });
    await editor.keyboard.press("Control+Alt+m");
    await editor.getByRole("textbox", { name: "Comment" }).fill("Who counted?");
    await editor.keyboard.press("Control+Enter");
    const thread = lead.getByRole("article").filter({ hasText: "Who counted?" });
    await expect(thread).toBeVisible();
    await expect(lead.locator("td .comment-words")).toHaveText("31");
    await thread.getByRole("button", { name: "Resolve" }).click();
    await saved(lead);
  });

  await test.step("a removed source is said in words, and keeps the review from being submitted", async () => {
    await lead.getByRole("button", { name: "Remove Letter of the mayor" }).click();
    for (const page of [lead, editor]) {
      await expect(notes(page)).toHaveText(["[1]", "[source was removed]"]);
    }
    await saved(lead);
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(
      lead.getByText("A footnote of the rationale is about a source that was removed."),
    ).toBeVisible();
    await expect(stateOf(lead)).toContainText("In review");
    await lead.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(notes(lead)).toHaveText(["[2]", "[1]"]);
    await saved(lead);
  });

  const second = await enterAs("second");
  await test.step("what is signed has the footnotes as links and the table with its headings", async () => {
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(stateOf(lead)).toContainText("Second review");
    await expectRead(lead);
    await scanAxe(lead);
    await second.goto(room);
    await second.getByRole("radio", { name: /^Mostly true/ }).check();
    await second.getByRole("textbox", { name: "Why" }).fill("The minutes are clear.");
    // Footnotes are followed while the verdict is on its way, which takes long here; it arrives all the same.
    let goOn = (): void => undefined;
    const followed = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await second.route("**/*.data", async (route) => {
      if (route.request().method() === "POST") await followed;
      await route.continue();
    });
    await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
    await second.locator('[role="doc-noteref"]').first().click();
    await second.locator('[role="doc-backlink"]').first().click();
    goOn();
    await expect(second.getByRole("button", { name: "Sign off" })).toBeVisible();
    await second.unroute("**/*.data");
    await expectRead(second);
  });

  await test.step("the published page has them too, without scripts", async () => {
    await second.getByRole("button", { name: "Sign off" }).click();
    await expect(stateOf(second)).toContainText("Approved");
    await clearFromQueue(editor, town);
    await editor
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await editor.getByLabel("Headline").fill(`The bridge vote in ${town}`);
    await editor.getByLabel("Summary").fill("What the council decided, and by how much.");
    await editor.locator('[name^="shortClaim:"]').fill(`${town} rejected the bridge 31 to 12`);
    await editor.getByRole("button", { name: /^Publish/ }).click();
    await expect(editor).toHaveURL(/\/reports\//);
    const reader = await visit("reader", { javaScriptEnabled: false });
    await reader.goto(new URL(editor.url()).pathname);
    await reader.locator('a[href^="/claims/"]').first().click();
    await expectRead(reader);
    const address = new URL(reader.url()).pathname;
    await editor.goto(address);
    await scanAxe(editor);
    const bundle = await (await reader.request.get(`${address}.json`)).json();
    expect(bundle.content.schema).toBe("countersign/verdict/3");
    expect(JSON.stringify(bundle.content.verdict.rationale)).toContain('"type":"table"');
  });
});
