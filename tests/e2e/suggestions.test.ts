import { claimRow, pasteArticle, unique } from "./support/steps";
import { scanAxe } from "./support/axe";
import { expect, test } from "./support/test";

const article = (town: string) => ({
  title: `Bridge is off in ${town}`,
  text: `The mayor resigned on Tuesday after the vote of the council of ${town}.

The company said it did not mislead the investors of ${town} in 2019.`,
});

test("a language model suggests, and a person decides what is taken", async ({ enterAs }) => {
  const editor = await enterAs("editor", { viewport: { width: 390, height: 844 } });
  const keys = editor.keyboard;
  await pasteArticle(editor, article(unique("Modelton")));
  await editor.getByRole("radio", { name: /^Claims/ }).check({ force: true });

  const row = claimRow(editor, /mayor resigned/).first();
  await row.locator("[data-claim-link]").click();
  await row.getByRole("link", { name: "Edit" }).click();
  const field = row.getByLabel("Statement", { exact: true });
  await field.fill("Words of my own");
  await row.getByRole("button", { name: "Suggest a wording" }).focus();
  await keys.press("Enter");
  const suggestion = row.getByRole("region", { name: "Suggestion" });
  await expect(suggestion).toContainText("stub-1 suggests");
  await expect(suggestion.locator("ins").first()).toHaveText("In short");
  await expect(field).toHaveValue("Words of my own");
  await suggestion.getByRole("button", { name: "Use this" }).click();
  await expect(field).toHaveValue(/^In short, /);
  await suggestion.getByRole("button", { name: "Put my words back" }).click();
  await expect(field).toHaveValue("Words of my own");
  await suggestion.getByRole("button", { name: "Use this" }).click();
  expect(
    await editor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await scanAxe(editor);
  await row.getByRole("button", { name: "Save the statement" }).click();
  const reworded = claimRow(editor, /^\d*\s*In short/);
  await expect(reworded.getByText("worded with stub-1")).toBeVisible();

  await reworded.getByRole("link", { name: "Split" }).click();
  await reworded.getByRole("button", { name: "Suggest a split" }).click();
  await reworded.getByRole("button", { name: "Use this" }).click();
  await expect(reworded.getByLabel("Statement 2")).toHaveValue(
    /^It is said that the vote of the council/,
  );
  await reworded.getByRole("button", { name: "Split", exact: true }).click();
  const part = claimRow(editor, /It is said that The mayor resigned/);
  await expect(part.getByText("worded with stub-1")).toBeVisible();
});

test("a suggestion with a name of its own is dropped by name, and nothing typed is lost", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/status of (422|503)/);
  const editor = await enterAs("editor");
  await pasteArticle(editor, article(unique("Nameton")));
  const row = claimRow(editor, /mislead/).first();
  await row.locator("[data-claim-link]").click();
  await row.getByRole("link", { name: "Edit" }).click();
  const field = row.getByLabel("Statement", { exact: true });
  await field.fill("Words of my own");
  await row.getByRole("button", { name: "Suggest a wording" }).click();
  await expect(row.getByText(/was dropped, because it names “Atlantis/)).toBeVisible();
  await expect(field).toHaveValue("Words of my own");
  await editor.route("**/suggestion", (route) => route.abort());
  problems.allow(/ERR_FAILED/);
  await row.getByRole("button", { name: "Suggest a wording" }).click();
  await expect(row.getByText(/The desk could not be reached/)).toBeVisible();
  await expect(field).toHaveValue("Words of my own");
});
