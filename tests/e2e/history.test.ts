import { acceptAndAssign, openRoom, pasteArticle, saved, summary, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("a review's history tells who wrote what, and an earlier version comes back as a new edit", async ({
  enterAs,
}) => {
  const town = unique("Historyton");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  await pasteArticle(editor, {
    title: `Bridge is off in ${town}`,
    text: `The council of ${town} rejected the new bridge by 31 votes to 12 on Monday.`,
  });
  const room = await acceptAndAssign(editor, /31 votes to 12/, {
    lead: /Lena Fischer/,
    second: /Sam Okoro/,
  });

  await lead.goto(`${room}/history`);
  await expect(lead.getByText("Nothing was written yet")).toBeVisible();

  await openRoom(lead, room);
  await summary(lead).fill("The minutes say 31 to 12.");
  await saved(lead);
  await lead.getByRole("link", { name: "History", exact: true }).click();
  const shown = lead.getByRole("slider", { name: "Version" });
  await expect(shown).toBeVisible();
  const first = await shown.inputValue();
  await expect(lead.getByText("The minutes say 31 to 12.").last()).toBeVisible();

  await openRoom(editor, room);
  await summary(editor).fill("Nobody knows.");
  await saved(editor);
  await editor.goto(`${room}/history?since=${first}`);
  await expect(editor.locator("del").first()).toContainText("minutes say 31 to 12");
  await expect(editor.locator("ins").first()).toContainText("knows");
  await expect(editor.getByRole("listitem").filter({ hasText: "Nobody knows." })).toContainText(
    /Edda|Editor|Rossi|[A-Z]\w+ [A-Z]\w+/,
  );
  await scanAxe(editor);

  await editor.getByRole("slider", { name: "Version" }).focus();
  await editor.keyboard.press("Home");
  await expect(editor.getByText("Before the first word")).toBeVisible();

  await lead.goto(`${room}/history?at=${first}`);
  await lead.getByRole("link", { name: "Restore this version" }).click();
  await lead.getByRole("button", { name: "Restore it" }).click();
  await expect(summary(lead)).toHaveValue("The minutes say 31 to 12.");
  await expect(summary(editor)).toHaveCount(0);
  await saved(lead);
  await openRoom(editor, room);
  await expect(summary(editor)).toHaveValue("The minutes say 31 to 12.");

  const second = await enterAs("second");
  const answer = await second.request.get(`${room}/history`);
  expect(answer.status()).toBe(403);
});
