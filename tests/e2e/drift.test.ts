import { randomUUID } from "node:crypto";

import type { Locator } from "@playwright/test";

import { startNewsSite, type NewsSite } from "../support/news-site";
import { approvedClaim } from "./support/approved";
import { newsPort } from "./support/people";
import { clearFromQueue } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

let site: NewsSite;
test.beforeAll(async () => void (site = await startNewsSite(newsPort)));
test.afterAll(() => site.stop());

test("a local news site changes its article and the desk notices", async ({
  enterAs,
  visit,
  problems,
}) => {
  // Whoever asks again within seconds is told to wait.
  problems.allow(/status of 422/);
  const town = `Bridgeton ${randomUUID().slice(0, 6)}`;
  const path = `/${randomUUID()}`;
  const votes = (count: string) => [
    `The council of ${town} rejected the new bridge by ${count} on Monday.`,
    "The mayor, Ann Lee, said that the bridge would have cost the town 40 million dollars over ten years.",
    "Work on the old bridge closed the main road for seven weeks in 2019, according to the town’s engineers.",
  ];
  site.set(path, votes("31 votes to 12"));
  const [editor, lead, second] = await Promise.all([
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const claimId = await approvedClaim({ editor, lead, second }, town, {
    sourceUrl: site.url + path,
    text: votes("31 votes to 12").join("\n\n"),
  });
  const room = `/desk/claims/${claimId}`;
  let report = "";

  await test.step("which is published", async () => {
    await clearFromQueue(editor, town);
    await editor
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await editor.getByLabel("Headline").fill(`What ${town} decided`);
    await editor.getByLabel("Summary").fill("What the council decided, and by how much.");
    await editor
      .locator('[name^="shortClaim:"]')
      .fill("The council rejected the bridge, 12 votes for it");
    await editor.getByRole("button", { name: /^Publish/ }).click();
    await expect(editor).toHaveURL(/\/reports\//);
    report = new URL(editor.url()).pathname;
  });

  await test.step("the editor looks again: first nothing, then a change", async () => {
    await editor.goto(room);
    await editor.getByRole("link", { name: `Bridge is off in ${town}` }).click();
    await expect(editor.getByText("Watched", { exact: true })).toBeVisible();
    await editor.getByRole("button", { name: "Look again now" }).click();
    const status = editor.locator("main").getByRole("status");
    await expect(status).toContainText("Not changed", { timeout: 30_000 });
    site.set(path, votes("29 votes to 14"));
    const changed = editor.locator('[data-block-diff] [data-kind="changed"]');
    await expect(async () => {
      await editor.getByRole("button", { name: "Look again now" }).click();
      await expect(changed).toHaveCount(1, { timeout: 5_000 });
    }).toPass();
    await expect(editor.getByText("kept version 2")).toBeVisible();
    await expect(changed.locator("del").first()).toContainText("31");
    await expect(changed.locator("ins").first()).toContainText("29");
    await expect(editor.locator("#claims").getByText("Article changed")).toBeVisible();
    await editor.setViewportSize({ width: 390, height: 800 });
    expect(await editor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await scanAxe(editor);
    await editor.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("the flagged claim stands in the queue, and its room says what the article says now", async () => {
    await editor.goto("/desk");
    const row = editor
      .getByRole("listitem")
      .filter({ hasText: town })
      .filter({ hasText: "Article changed" });
    await row.getByRole("link").click();
    await expect(editor).toHaveURL(new RegExp(claimId));
    await expect(editor.getByText("The verdict rests on version 1 of the article")).toBeVisible();
    await expect(editor.getByText("The article now says:")).toContainText("29");
    await scanAxe(editor);
  });

  await test.step("readers are told that the article has changed", async () => {
    const reader = await visit("reader");
    await reader.goto(report);
    await expect(reader.getByText("Its text was changed after that")).toBeVisible();
    await expect(reader.getByText("29 votes")).toHaveCount(0);
  });

  await test.step("and the flag ends with a reason", async () => {
    await editor.goto(room);
    await editor.getByText("The verdict stands all the same").click();
    await editor.getByLabel(/Why does the change/).fill("The majority is the same.");
    await editor.getByRole("button", { name: "Dismiss the flag" }).click();
    await expect(editor.getByText("An editor found that it does not touch")).toBeVisible();
    await editor.goto("/desk");
    await expect(editor.getByText("Article changed")).toHaveCount(0);
  });

  await test.step("where the words are gone, the editor chooses the passage with the keyboard", async () => {
    const [, ...others] = votes("");
    site.set(path, [...others, "It fell, 14 to 29. There will be no bridge."]);
    await editor.goto(room);
    await editor.getByRole("link", { name: "What changed in the article" }).click();
    const choose = editor.getByRole("link", { name: /^Choose the passage/ });
    await expect(async () => {
      await editor.getByRole("button", { name: "Look again now" }).click();
      await expect(choose).toHaveCount(1, { timeout: 5_000 });
    }).toPass();
    await choose.click();
    const text = editor.getByRole("group", { name: "The text of the version" });
    // Drawn with the mouse from within a word to within another, it takes both whole.
    const [from, to] = [await letter(text, "fell", 2), await letter(text, "There", 3)];
    await editor.mouse.move(from.x, from.y);
    await editor.mouse.down();
    await editor.mouse.move(to.x, to.y, { steps: 5 });
    await editor.mouse.up();
    await expect(editor.getByLabel("Its words")).toHaveValue("fell, 14 to 29. There");
    await text.focus();
    for (let paragraph = 0; paragraph < 3; paragraph += 1) await text.press("ArrowDown");
    for (let word = 0; word < 4; word += 1) await text.press("Shift+ArrowRight");
    await expect(editor.getByLabel("Its words")).toHaveValue("It fell, 14 to 29.");
    await scanAxe(editor);
    await editor.getByRole("button", { name: "Look at this passage" }).click();
    await editor.getByRole("button", { name: "Confirm this passage" }).click();
    await expect(editor.getByText("An editor has chosen the passage.")).toBeVisible();
  });
});

/** Where the nth letter of the first such word is drawn. */
function letter(text: Locator, word: string, nth: number): Promise<{ x: number; y: number }> {
  return text.evaluate(
    (root, [wanted, at]) => {
      const runs = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (runs.nextNode()) {
        const found = (runs.currentNode.textContent ?? "").indexOf(wanted);
        if (found === -1) continue;
        const range = document.createRange();
        range.setStart(runs.currentNode, found + at);
        range.setEnd(runs.currentNode, found + at + 1);
        range.startContainer.parentElement?.scrollIntoView({ block: "center" });
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left, y: top + height / 2 };
      }
      throw new Error(`There is no ${wanted}`);
    },
    [word, nth] as const,
  );
}
