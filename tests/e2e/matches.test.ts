import { scanAxe } from "./support/axe";
import { claimRow, pasteArticle, unique } from "./support/steps";
import { expect, test } from "./support/test";

const facts = (town: string) =>
  `${town} sold its 14 yellow trams to the port authority of Brockway in 2021.`;

test("a claim that is being checked already is proposed as a match, and a person decides", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const town = unique("Tramton").replaceAll(" ", "");
  await pasteArticle(editor, { title: `Trams leave ${town}`, text: facts(town) });
  const second = await pasteArticle(editor, {
    title: `Again: trams leave ${town}`,
    text: `In 2021 ${town} sold its 14 yellow trams to the port authority of Brockway.`,
  });

  const row = claimRow(editor, `${town} sold its 14 yellow trams`).first();
  const match = row.getByRole("list", { name: "Seems to repeat" }).getByRole("listitem");
  await expect(match).toContainText(facts(town));
  await expect(match).toContainText(/\d+ % likely/);
  await expect(match.getByText(`Trams leave ${town}`, { exact: true })).toBeVisible();
  await scanAxe(editor);

  await match.getByRole("button", { name: "Same claim" }).click();
  await expect(match).toContainText("Confirmed by Edda Brandt");
  await editor.reload();
  await expect(match).toContainText("Confirmed by Edda Brandt");

  await match.getByRole("link", { name: "Look at that claim" }).click();
  await expect(
    editor.getByRole("heading", { level: 1, name: `Trams leave ${town}` }),
  ).toBeVisible();
  await expect(match).toContainText("Confirmed by Edda Brandt");
  await match.getByRole("button", { name: "Another claim" }).click();
  await expect(match).toHaveCount(0);
  await editor.goto(second);
  await expect(row.getByText("Nothing like it was checked before")).toBeVisible();
});

test("the list is ordered by what an editor weighs, and the order outlives a decision", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const town = unique("Orderton");
  await pasteArticle(editor, {
    title: `Budget of ${town}`,
    text: `By Ann Lee

A man walked his dog in the park of ${town} on Sunday.

The government of ${town} cut spending on hospitals by 31 percent in 2023, the minister of health said.`,
  });
  const rows = editor.locator('li[id^="claim-"]');
  await expect(rows.first()).toContainText("hospitals");
  await expect(rows.first()).toContainText(/Public interest\s*\d+ of 100/);
  await expect(editor.getByText("Byline", { exact: true })).toBeVisible();

  await editor.getByLabel("Ordered by").selectOption("Place in the article");
  await expect(rows.first()).toContainText("dog");
  await expect(editor).toHaveURL(/order=article/);
  await editor.locator("body").press("k");
  await editor.locator("body").press("k");
  await editor.locator("body").press("a");
  await expect(rows.first().getByText("Open", { exact: true })).toBeVisible();
  await expect(editor).toHaveURL(/order=article/);
});
