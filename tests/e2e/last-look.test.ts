import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, saved, summary, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const news = (page: Page) => page.getByText("since you last looked on", { exact: false }).first();
/** Who is in the room, by its bar. */
const here = (page: Page) => page.locator('h3:text-is("In this room now") + ul > li');

test("whoever comes back to a review is told what others changed, and nobody who has yet to decide", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const room = await councilClaim(editor, unique("Lookley"));

  await test.step("a first visit is told nothing, whatever stands there", async () => {
    await openRoom(editor, room);
    await summary(editor).fill("The minutes say 31 to 12.");
    await saved(editor);
    await openRoom(lead, room);
    await expect(summary(lead)).toHaveValue("The minutes say 31 to 12.");
    await expect(news(lead)).toHaveCount(0);
    await lead.goto(`${room}/history`);
    await expect(lead.getByRole("heading", { name: "What changed" })).toBeVisible();
    await expect(lead.getByText("Since you last looked")).toHaveCount(0);
  });

  await test.step("what was written while they were in the room is no news", async () => {
    await openRoom(lead, room);
    await summary(editor).fill("The minutes say 31 to 13.");
    await expect(summary(lead)).toHaveValue("The minutes say 31 to 13.");
    await lead.goto("/desk");
    // The look is noted a moment after the socket has gone.
    await expect(async () => {
      await lead.goto(`${room}/history`);
      const since = lead.getByLabel("Compare with").locator("option", { hasText: "last looked" });
      expect(await since.count()).toBe(0);
    }).toPass();
    await openRoom(lead, room);
    await expect(news(lead)).toHaveCount(0);
    await expect(here(editor)).toHaveCount(2);
    await lead.goto("about:blank");
    // Until the server has heard of it, what is written is shown to the lead as well.
    await expect(here(editor)).toHaveCount(1);
  });

  await test.step("what was written since is told, and one click shows it", async () => {
    await summary(editor).fill("The minutes say 31 to 14.");
    await editor.getByRole("radio", { name: /^Mostly true/ }).check();
    await saved(editor);
    await expect(async () => {
      await lead.goto(`${room}/history`);
      expect(await lead.getByText("Since you last looked").count()).toBeGreaterThan(0);
    }).toPass();
    await openRoom(lead, room);
    await expect(news(lead)).toContainText("2 changes by Edda Brandt (demo) since you last looked");
    await scanAxe(lead);
    await lead.reload();
    await expect(news(lead)).toContainText("2 changes by Edda Brandt (demo)");
    await lead.getByRole("link", { name: "show what changed since you last looked" }).click();
    await expect(lead.locator("ins").first()).toContainText("14");
    await expect(lead.getByText("Shown below: Since you last looked")).toBeVisible();
    await scanAxe(lead);
  });

  await test.step("the history has it too, from whatever version is shown", async () => {
    await lead.goto(`${room}/history?at=1&since=0`);
    await lead.getByRole("link", { name: /^Since you last looked/ }).click();
    await expect(lead.locator("ins").first()).toContainText("14");
    await expect(lead.getByLabel("Compare with").locator(":checked")).toContainText(
      "When I last looked",
    );
  });

  await test.step("a second reviewer who has not decided is told nothing", async () => {
    const second = await enterAs("second");
    for (let visit = 0; visit < 2; visit += 1) {
      await second.goto(room);
      await expect(second.getByText("Your turn comes after the lead’s")).toBeVisible();
      await expect(second.getByText(/last looked|changes? by/)).toHaveCount(0);
    }
  });
});
