import { councilClaim } from "./support/staging";
import { openRoom, saved, summary, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

test("a review's history tells who wrote what, and an earlier version comes back as a new edit", async ({
  enterAs,
  problems,
}) => {
  const town = unique("Historyton");
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, town);

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

  await test.step("by keyboard alone, back and forth", async () => {
    const slider = editor.getByRole("slider", { name: "Version" });
    const head = Number(await slider.inputValue());
    await slider.focus();
    for (const [key, words] of [
      ["ArrowLeft", `${head - 1} of ${head},`],
      ["ArrowRight", `${head} of ${head},`],
      ["Home", "Before the first word"],
    ] as const) {
      await editor.keyboard.press(key);
      await expect(editor.getByText(words)).toBeVisible();
      await expect(slider).toBeFocused();
    }
  });

  await test.step("a version that cannot be opened leaves the editor as it is", async () => {
    problems.allow(/status of (?:404|500)|Failed to load resource/);
    await lead.goto(`${room}?restore=999999`);
    await expect(lead.getByText("There is no such version")).toBeVisible();
    await expect(summary(lead)).toHaveValue("Nobody knows.");
    const versions = /\/versions\//;
    await lead.route(versions, (route) => route.fulfill({ status: 500 }));
    await lead.goto(`${room}?restore=${first}`);
    await expect(lead.getByText("The earlier version could not be opened")).toBeVisible();
    await expect(summary(lead)).toHaveValue("Nobody knows.");
    await lead.unroute(versions);
    await lead.getByRole("button", { name: "Try again" }).click();
    await expect(lead.getByRole("button", { name: "Restore it" })).toBeVisible();
    await scanAxe(lead);
  });

  await test.step("restored by keyboard, for everybody", async () => {
    await lead.goto(`${room}/history?at=${first}`);
    await lead.getByRole("link", { name: "Restore this version" }).focus();
    await lead.keyboard.press("Enter");
    await expect(lead.getByText(/Restore the version of/)).toBeInViewport();
    await lead.keyboard.press("Tab");
    await expect(lead.getByRole("button", { name: "Restore it" })).toBeFocused();
    await lead.keyboard.press("Enter");
    await expect(summary(lead)).toHaveValue("The minutes say 31 to 12.");
    await expect(lead.getByText("The earlier version stands here again")).toBeInViewport();
    await saved(lead);
    await openRoom(editor, room);
    await expect(summary(editor)).toHaveValue("The minutes say 31 to 12.");
  });

  await test.step("a second reviewer who has not decided sees none of it", async () => {
    const second = await enterAs("second");
    for (const page of ["history", `versions/${first}`]) {
      const answer = await second.request.get(`${room}/${page}`);
      expect(answer.status()).toBe(403);
      expect(await answer.text()).not.toContain("31 to 12.");
    }
  });
});
