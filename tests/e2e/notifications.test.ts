import { councilClaim } from "./support/staging";
import { unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("whoever is assigned is told without a reload, finds the claim, and says how to be told", async ({
  enterAs,
}) => {
  test.setTimeout(120_000);
  const town = unique("Belltown");
  const [editor, lead] = [await enterAs("editor"), await enterAs("lead")];
  await lead.goto("/desk/notifications");
  const bell = lead.getByRole("link", { name: /^Notifications/ });
  await lead.getByRole("button", { name: "Mark all as read" }).click();
  await expect(lead.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
  await scanAxe(lead);

  // Others of the run may tell the lead something too, hence no exact number.
  const room = await councilClaim(editor, town);
  await expect(bell).toHaveAccessibleName(/\d+ unread/, { timeout: 20_000 });
  await bell.click();
  const told = lead.getByRole("listitem").filter({ hasText: town });
  await expect(told).toContainText("Edda Brandt (demo) assigned you to a claim.");
  await scanAxe(lead);
  await told.getByRole("link").click();
  await expect(lead).toHaveURL(new RegExp(`${room}$`));
  await expect(lead.getByRole("heading", { level: 1 })).toContainText(town);

  await test.step("to have opened the claim is to have read of it", async () => {
    await expect
      .poll(async () => {
        await lead.goto("/desk/notifications");
        return lead.getByRole("button", { name: new RegExp(`Mark as read.*${town}`) }).count();
      })
      .toBe(0);
  });

  await test.step("a lead hands the review over, and the note waits until it is read", async () => {
    await lead.goto(room);
    await lead.getByText("Hand over the review").click();
    await lead
      .getByLabel("Who leads it from now on")
      .selectOption({ label: "Edda Brandt (demo) (Editor)" });
    const words = `The minutes of ${town} are in; the summary is left.`;
    await lead.getByLabel("What is done, and what is left?").fill(words);
    await lead.getByRole("button", { name: "Hand it over" }).click();
    await expect(lead.getByText(`handed the review from`).first()).toBeVisible();
    await editor.goto(room);
    const note = editor.getByRole("region", { name: "Note of the hand-over" });
    await expect(note).toContainText(words);
    await scanAxe(editor);
    await note.getByRole("button", { name: "I have read it" }).click();
    await expect(note).toHaveCount(0);
    await lead.goto("/desk/notifications");
  });

  await lead.getByRole("link", { name: "Settings" }).click();
  await scanAxe(lead);
  const published = lead.getByRole("combobox", { name: "A claim of yours is published" });
  await published.selectOption("In the daily e-mail only");
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText("Saved. It holds for what happens from now on.")).toBeVisible();
  await lead.reload();
  await expect(published).toHaveValue("digest");
});
