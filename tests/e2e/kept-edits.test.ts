import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, rationale, saved, stateOf, unique, writeVerdict } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const typed = " Page 5 has the names.";
const kept = (page: Page) => page.getByText("that you made offline is kept on this device").last();
const shownOffline = (page: Page) =>
  page.locator("ins").filter({ hasText: "Page 5 has the names" });

test("what somebody types offline while the review is submitted and signed is kept, and proposed later", async ({
  enterAs,
  problems,
}) => {
  test.setTimeout(180_000);
  problems.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/);
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const second = await enterAs("second");
  const room = await councilClaim(editor, unique("Keptham"));
  await openRoom(lead, room);
  await writeVerdict(lead, { rating: "Mostly true", summary: "The vote was as reported." });

  await test.step("a colleague types without a connection", async () => {
    await openRoom(editor, room);
    await editor.context().setOffline(true);
    await expect(editor.locator("[data-save-state]")).toHaveAttribute("data-save-state", "offline");
    await rationale(editor).click();
    await editor.keyboard.press("Control+End");
    await editor.keyboard.type(typed);
    await expect(rationale(editor)).toContainText(typed.trim());
  });

  await test.step("meanwhile the lead submits, and the second reviewer signs", async () => {
    await lead.getByRole("button", { name: "Submit for the second review" }).click();
    await expect(stateOf(lead)).toContainText("Second review");
    await second.goto(room);
    await second.getByRole("radio", { name: /^Mostly true/ }).check();
    await second.getByLabel("Why", { exact: true }).fill("I read the minutes myself.");
    await second.getByRole("button", { name: "Give my verdict and see the first" }).click();
    await second.getByRole("button", { name: "Sign off" }).click();
    await expect(stateOf(second)).toContainText("Approved");
    await expect(second.getByText("made offline")).toHaveCount(0);
  });

  await test.step("back online, the words are still there, beside the signed ones", async () => {
    await editor.context().setOffline(false);
    await expect(stateOf(editor)).toContainText("Approved");
    await expect(kept(editor)).toBeVisible();
    await expect(editor.getByText("The review was signed meanwhile").last()).toBeVisible();
    await expect(shownOffline(editor)).toBeVisible();
    await expect(editor.getByRole("status").filter({ hasText: "kept on this device" })).toHaveCount(
      1,
    );
    await expect(editor.getByRole("button", { name: "Propose them" })).toHaveCount(0);
    await scanAxe(editor);
    const [file] = await Promise.all([
      editor.waitForEvent("download"),
      editor.getByRole("button", { name: "Download as text" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain(typed.trim());
  });

  await test.step("they outlive the page, and are given up only after a question", async () => {
    await editor.reload();
    await expect(shownOffline(editor)).toBeVisible();
    await editor.getByRole("button", { name: "Discard", exact: true }).click();
    await expect(editor.getByText("What you wrote is nowhere else.")).toBeVisible();
    await editor.getByRole("button", { name: "Keep it" }).click();
    await lead.reload();
    await expect(lead.getByText(typed.trim())).toHaveCount(0);
  });

  await test.step("opened again, the review has none of it until its author proposes it", async () => {
    await editor.getByText("Reopen the review").click();
    await editor.getByLabel("Why is it reopened?").fill("A colleague found more.");
    await editor.getByRole("button", { name: "Reopen and void the signatures" }).click();
    await expect(rationale(editor)).toBeVisible();
    await saved(editor);
    await expect(rationale(editor)).not.toContainText("Page 5");
    await expect(editor.getByText("submitted and opened again meanwhile").last()).toBeVisible();
    await scanAxe(editor);
    await openRoom(lead, room);
    await editor.getByRole("button", { name: "Propose them" }).click();
    await expect(
      editor.getByText("What you wrote offline stands in the discussion now, as 1 thread"),
    ).toBeVisible();
    await saved(editor);
  });

  await test.step("the other sees it and accepts it, and nothing is offered a second time", async () => {
    const card = lead.getByRole("article", { name: /^Proposal: / });
    await expect(card.locator("ins")).toContainText("Page 5 has the names.");
    await card.getByRole("button", { name: "Accept" }).click();
    for (const page of [lead, editor]) {
      await expect(rationale(page)).toHaveText(`The minutes of the council say so.${typed}`);
    }
    await saved(lead);
    await openRoom(editor, room);
    await expect(rationale(editor)).toContainText(typed.trim());
    await expect(editor.getByText("made offline")).toHaveCount(0);
  });
});
