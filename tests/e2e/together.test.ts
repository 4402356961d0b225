import type { Page } from "@playwright/test";

import { councilClaim, openRoom, saved, summary, unique } from "./support/steps";
import { expect, test } from "./support/test";

test("undo takes back one's own words, in every field", async ({ enterAs }) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Undoham"));
  await openRoom(lead, room);
  await openRoom(editor, room);
  await lead.getByRole("button", { name: "Add evidence" }).click();
  await expect(editor.getByLabel("Excerpt")).toBeVisible();

  for (const at of [summary, (page: Page) => page.getByLabel("Excerpt")]) {
    await at(lead).click();
    await lead.keyboard.type("Mine.");
    await expect(at(editor)).toHaveValue("Mine.");
    await at(editor).press("End");
    await editor.keyboard.type(" Theirs.");
    await expect(at(lead)).toHaveValue("Mine. Theirs.");
    await at(lead).press("Control+z");
    await expect(at(editor)).toHaveValue(" Theirs.");
    await at(lead).press("Control+Shift+z");
    await expect(at(editor)).toHaveValue("Mine. Theirs.");
  }

  const [title, publisher] = [/^Title$/, /^Publisher$/];
  await lead.getByText("Publisher, place, dates and note").click();
  await editor.getByText("Publisher, place, dates and note").click();
  await lead.getByLabel(title).fill("Minutes");
  await editor.getByLabel(publisher).fill("The council");
  await expect(lead.getByLabel(publisher)).toHaveValue("The council");
  await lead.getByLabel(title).press("Control+z");
  await expect(editor.getByLabel(title)).toHaveValue("");
  await expect(editor.getByLabel(publisher)).toHaveValue("The council");
  await saved(lead);
});
