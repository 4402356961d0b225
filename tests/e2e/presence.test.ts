import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

const rowOf = (page: Page, town: string) => page.getByRole("listitem").filter({ hasText: town });
const avatars = (page: Page, town: string) => rowOf(page, town).locator("[data-avatar]");
const inReview = "Edda Brandt (demo) is in this review now";

test("a queue shows who is in a review while they are there, and nothing moves", async ({
  enterAs,
}) => {
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const second = await enterAs("second");
  const town = unique("Avatarham");
  const room = await councilClaim(editor, town);
  await lead.goto("/desk");
  await second.goto("/desk");
  const row = rowOf(lead, town);
  await expect(row).toBeVisible();
  await expect(avatars(lead, town)).toHaveCount(0);
  // Together with the row: a row may have space to spare where another has none.
  const sizes = async () => {
    const boxes = [await row.boundingBox(), await row.locator("[data-avatars]").boundingBox()];
    return boxes.map((box) => [box?.width, box?.height]);
  };
  const before = await sizes();

  await test.step("somebody comes in", async () => {
    await openRoom(editor, room);
    await expect(avatars(lead, town)).toHaveText("EB");
    await expect(row.getByText(inReview)).toBeAttached();
    await expect(row.getByTitle(inReview)).toBeVisible();
    expect(await sizes()).toEqual(before);
    await scanAxe(lead);
  });

  await test.step("the list of the article's claims shows it too", async () => {
    await lead
      .getByRole("link", { name: new RegExp(town) })
      .first()
      .click();
    await lead.getByRole("link", { name: "Read it in the whole article" }).click();
    const claim = lead.locator('li[id^="claim-"]').filter({ hasText: /31 votes to 12/ });
    await expect(claim.getByText(/is in this review now/)).toContainText("Edda Brandt");
    await scanAxe(lead);
    await lead.goto("/desk");
  });

  await test.step("a second reviewer who has yet to decide is not told", async () => {
    // What the page asked before it was left has an answer that is gone with it.
    const { href } = new URL(second.url());
    await second.goto("about:blank");
    const told = second.waitForResponse(/desk\/presence/);
    await second.goto(href);
    expect(await (await told).json()).toEqual({});
    await expect(avatars(second, town)).toHaveCount(0);
  });

  await test.step("they leave", async () => {
    await editor.goto("/desk");
    await expect(avatars(lead, town)).toHaveCount(0);
    await expect(row.getByText(inReview)).toHaveCount(0);
  });
});

test("a queue without an answer shows nobody, and says nothing of it", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/Failed to load resource/);
  const editor = await enterAs("editor");
  const lead = await enterAs("lead");
  const town = unique("Silentby");
  const room = await councilClaim(editor, town);
  await openRoom(editor, room);
  await lead.goto("/desk");
  await expect(avatars(lead, town)).toHaveCount(1);
  await lead.route("**/desk/presence*", (route) => route.abort("connectionrefused"));
  await expect(avatars(lead, town)).toHaveCount(0);
  await expect(lead.getByRole("alert")).toHaveCount(0);
  await lead.unroute("**/desk/presence*");
  await expect(avatars(lead, town)).toHaveCount(1);
});
