import { expect, type Page } from "@playwright/test";

import { clearFromQueue } from "./steps";

/**
 * As an editor: clears an approved verdict that waits in the queue and publishes it under this short form. Ends on the
 * report's page.
 */
export async function publishFromQueue(page: Page, town: string, short: string): Promise<void> {
  await openPublishing(page, town, short);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page).toHaveURL(/\/reports\//);
}

/** The same as far as the button. */
export async function openPublishing(page: Page, town: string, short: string): Promise<void> {
  await clearFromQueue(page, town);
  await page
    .getByRole("listitem")
    .filter({ hasText: town })
    .filter({ hasText: "Approved: publish" })
    .getByRole("link")
    .first()
    .click();
  await page.getByLabel("Headline").fill(`What ${town} decided`);
  await page.getByLabel("Summary").fill("What the council decided, and by how much.");
  await page.locator('[name^="shortClaim:"]').fill(short);
}
