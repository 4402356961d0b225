import { randomUUID } from "node:crypto";

import { expect, type Page } from "@playwright/test";

/** Words that no other test uses, so that each finds its own article and claims. */
export const unique = (word: string) => `${word} ${randomUUID().slice(0, 8)}`;

/** As an editor: takes in an article by pasting it. Ends on its triage page, whose address is returned. */
export async function pasteArticle(
  page: Page,
  article: { title: string; text: string; outlet?: string; publishedOn?: string },
): Promise<string> {
  await page.goto("/desk/articles/new");
  await page.getByRole("textbox", { name: "The article’s text" }).fill(article.text);
  await page.getByRole("button", { name: "Read the text" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(article.title);
  await page.getByRole("textbox", { name: /Outlet/ }).fill(article.outlet ?? "The Paper");
  await page.getByLabel(/Published on/).fill(article.publishedOn ?? "2024-02-05");
  await page.getByRole("button", { name: "Save and find the claims" }).click();
  await expect(page.getByRole("heading", { level: 1, name: article.title })).toBeVisible();
  return page.url();
}

/** The row of the claim list that holds these words. */
export const claimRow = (page: Page, words: string | RegExp) =>
  page.locator('li[id^="claim-"]').filter({ hasText: words });

/** As an editor on the triage page: takes a claim up and gives it to people. Returns its room's address. */
export async function acceptAndAssign(
  page: Page,
  words: string | RegExp,
  people: { lead: RegExp; second: RegExp },
): Promise<string> {
  const row = claimRow(page, words);
  await row.locator("[data-claim-link]").click();
  await row.getByRole("button", { name: "Accept" }).click();
  // What a claim seems to repeat is named below it, each with a state of its own.
  await expect(row.getByText("Open", { exact: true }).first()).toBeVisible();
  await row.locator("[data-claim-link]").click();
  await row.getByRole("link", { name: "Assign" }).click();
  const choose = async (label: string, name: RegExp) => {
    const field = row.getByLabel(label);
    const option = field.locator("option", { hasText: name });
    await field.selectOption((await option.getAttribute("value")) ?? "");
  };
  await choose("Lead reviewer", people.lead);
  await choose("Second reviewer", people.second);
  await row.getByRole("button", { name: "Assign and open the room" }).click();
  await expect(row.getByText("In review", { exact: true })).toBeVisible();
  const room = await row.getByRole("link", { name: "Open the room" }).getAttribute("href");
  return room ?? "/desk";
}

/** In a room: where the claim stands, under its statement. Other claims of the page have states too. */
export const stateOf = (page: Page) => page.locator("h1 + *");

export const rationale = (page: Page) => page.getByRole("textbox", { name: "Rationale" });
export const summary = (page: Page) =>
  page.getByRole("textbox", { name: "Verdict in one sentence" });

/** Waits until everything typed in a room is committed. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
}

/** Opens a room and waits until one can write in it. */
export async function openRoom(page: Page, room: string): Promise<void> {
  await page.goto(room);
  await expect(rationale(page)).toBeVisible();
  await saved(page);
}

/** As the lead, in an open room: writes a verdict that can be submitted. */
export async function writeVerdict(page: Page, words: { rating: string; summary: string }) {
  await page.getByRole("radio", { name: new RegExp(`^${words.rating}`) }).check();
  await summary(page).fill(words.summary);
  await rationale(page).click();
  await page.keyboard.type("The minutes of the council say so.");
  await page.getByLabel("Add a source").fill("https://council.example/minutes");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Minutes of the council");
  await page.getByLabel("How it bears on the claim").selectOption("refutes");
  await page.getByText("Author, publisher, place, dates, origin and note").click();
  await page.getByLabel("Note", { exact: true }).fill("This settles it.");
  await page.getByLabel("Why one source is enough").fill("The minutes are the record itself.");
  await page.getByLabel("The other side").selectOption("none_found");
  await page
    .getByLabel("Where you looked, and what you found")
    .fill("The paper’s corrections: none.");
  await saved(page);
}

/** As an editor: clears an approved verdict that waits in the queue, and comes back to the queue, where it can be published. */
export async function clearFromQueue(page: Page, words: string): Promise<void> {
  await page.goto("/desk");
  const item = page.getByRole("listitem").filter({ hasText: words });
  await expect(item.getByText("Approved: read and clear")).toBeVisible();
  await item.getByRole("link").first().click();
  await page.getByRole("button", { name: /^Clear/ }).click();
  await expect(page.getByText(/^Cleared/).first()).toBeVisible();
  await page.goto("/desk");
  await expect(item.getByText("Approved: publish")).toBeVisible();
}
