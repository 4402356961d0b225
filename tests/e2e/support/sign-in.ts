import { expect, type Page } from "@playwright/test";

import { demoPassword, emailOf, type Who } from "./people";

/** Signs the browser of this page in as the form does, without drawing it. Stays where the page is. */
export async function sendSignIn(page: Page, who: Who, origin: string): Promise<void> {
  const answer = await page.request.post("/login", {
    form: { email: emailOf(who), password: demoPassword },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  expect(answer.status(), `${who} signs in`).toBe(302);
}

/** Signs somebody in through the form, as a person would, and waits until the form is left behind. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto("/login");
  const form = page.locator("form").filter({ has: page.locator('[name="password"]') });
  await form.locator('[name="email"]').fill(emailOf(who));
  await form.locator('[name="password"]').fill(demoPassword);
  await form.locator('[type="submit"]').click();
  await expect(page).not.toHaveURL(/\/login/);
}
