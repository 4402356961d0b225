import type { Page } from "@playwright/test";

import { councilClaim } from "./support/staging";
import { openRoom, saved, unique } from "./support/steps";
import { expect, test } from "./support/test";

const sources = (page: Page) => page.getByRole("region", { name: /^Evidence/ });
const addresses = (page: Page) => sources(page).getByLabel("Address");

async function reads(page: Page, urls: readonly string[]): Promise<void> {
  await expect(addresses(page)).toHaveCount(urls.length);
  for (const [at, url] of urls.entries()) await expect(addresses(page).nth(at)).toHaveValue(url);
}

/** As a browser pastes into whatever has the keyboard. */
const paste = (page: Page, words: string) =>
  sources(page).evaluate((list, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    list.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, words);

test("addresses that are pasted among the sources become cards, put in order by key and by mouse, live", async ({
  enterAs,
}) => {
  const lead = await enterAs("lead");
  const editor = await enterAs("editor");
  const room = await councilClaim(editor, unique("Sourceham"));
  await openRoom(lead, room);
  await openRoom(editor, room);
  const [one, two, three] = ["one", "two", "three"].map((name) => `https://${name}.example/`) as [
    string,
    string,
    string,
  ];

  await paste(lead, `See ${one} and\n${two} (and ${one} again)`);
  await reads(editor, [one, two]);
  await expect(sources(lead).getByText("2 sources added")).toBeVisible();
  await paste(lead, `${three} ${two}`);
  await reads(editor, [one, two, three]);
  await expect(sources(lead).getByText(`${two} is source 2 already`)).toBeVisible();

  // By keyboard: taken up, moved and put down.
  const handle = (page: Page, at: number) =>
    sources(page).getByRole("button", { name: /^Drag/ }).nth(at);
  await handle(lead, 2).focus();
  await lead.keyboard.press("Space");
  await expect(lead.getByText(/is over place 3 of 3/)).toBeAttached();
  await lead.keyboard.press("ArrowUp");
  await expect(lead.getByText(/is over place 2 of 3/)).toBeAttached();
  await lead.keyboard.press("Space");
  await reads(editor, [one, three, two]);

  // By mouse, by the other person.
  // Tall enough that nothing scrolls under the card that is moved.
  await editor.setViewportSize({ width: 1280, height: 3_000 });
  await handle(editor, 0).dragTo(handle(editor, 1), { steps: 10 });
  await reads(lead, [three, one, two]);
  await saved(editor);
  await lead.reload();
  await reads(lead, [three, one, two]);
});
