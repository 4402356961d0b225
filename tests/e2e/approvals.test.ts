import type { Page } from "@playwright/test";

import { approvedClaim } from "./support/approved";
import { unique } from "./support/steps";
import { expect, scanAxe, test } from "./support/test";

/** Presses keys and counts them; whoever uses no mouse has nothing else. */
function counting(page: Page) {
  let presses = 0;
  return {
    async press(...keys: string[]) {
      for (const key of keys) await page.keyboard.press(key);
      presses += keys.length;
    },
    take() {
      const counted = presses;
      presses = 0;
      return counted;
    },
  };
}

test("approved verdicts are cleared and returned in one motion, by keyboard alone", async ({
  enterAs,
}) => {
  // Somebody whose keys and lane nobody else's story uses.
  const [admin, editor, lead, second] = await Promise.all([
    enterAs("admin"),
    enterAs("editor"),
    enterAs("lead"),
    enterAs("second"),
  ]);
  const claims: string[] = [];
  for (const town of ["Lanetown", "Backtown", "Undotown"]) {
    claims.push(await approvedClaim({ editor, lead, second }, unique(`${town} upon the River`)));
  }
  const [first = "", next = "", last = ""] = claims;
  const keys = counting(admin);
  const heading = (id: string) => admin.locator(`h1[data-approval="${id}"][data-busy="false"]`);
  const toast = admin.locator("[data-toast]");
  /** Other stories' claims may stand between ours. */
  async function walkTo(id: string) {
    await expect(admin.locator('h1[data-busy="false"]')).toBeFocused();
    for (let step = 0; step < 20 && !(await heading(id).isVisible()); step += 1) {
      const before = await admin.locator("h1").getAttribute("data-approval");
      await keys.press("j");
      await expect(admin.locator("h1")).not.toHaveAttribute("data-approval", before ?? "");
    }
    await expect(heading(id)).toBeFocused();
  }

  // From the queue to the lane, and through its rows to ours.
  await admin.goto("/desk");
  await expect(admin.getByRole("button", { name: "Find what to do" })).toBeVisible();
  await admin.evaluate(() => Object.assign(window, { isSamePage: true }));
  await keys.press("g", "v");
  await expect(admin.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
  const row = admin.locator(`a[href="/desk/approvals/${first}"][data-row-link]`);
  const tops = await admin
    .locator("[data-row]")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  do await keys.press("j");
  while (!(await row.evaluate((link) => link === document.activeElement)));
  const moved = await admin
    .locator("[data-row]")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + scrollY));
  expect(moved, "nothing jumps when the keyboard moves").toEqual(tops);
  await keys.press("Enter");
  await expect(heading(first)).toBeVisible();
  await expect(admin.locator('[data-gate="captures"]')).toHaveAttribute("data-standing", "warning");
  await expect(admin.locator('[data-gate="signature"]')).toHaveAttribute("data-standing", "met");
  keys.take();

  // Three in a row: a; r, a reason by its number, Enter; a.
  const began = Date.now();
  await keys.press("a");
  await expect(toast).toContainText("Cleared:");
  let presses = keys.take();
  await walkTo(next);
  keys.take();
  await keys.press("r", "2", "Enter");
  await expect(toast).toContainText("Returned to its lead:");
  presses += keys.take();
  await walkTo(last);
  keys.take();
  await keys.press("a");
  await expect(toast).toContainText("Cleared:");
  presses += keys.take();
  console.info(`lane: three claims with ${presses} presses in ${Date.now() - began} ms`);
  expect(presses).toBe(5);

  // The last one is taken back, and stands there again.
  await keys.press("u");
  await expect(toast).toContainText("Clearance taken back");
  await expect(heading(last)).toBeFocused();
  expect(await admin.evaluate(() => "isSamePage" in window), "no page was loaded anew").toBe(true);
  await scanAxe(admin);

  // The lead got it back with the reason; the first is cleared, and says so where it is published.
  await lead.goto(`/desk/claims/${next}`);
  await expect(lead.getByText("A source is missing or cannot be checked.").first()).toBeVisible();
  await admin.goto(`/desk/approvals/${first}`);
  await expect(admin.getByText(/^Cleared by/)).toBeVisible();

  // By its name, where no key is known.
  await admin.keyboard.press("Control+k");
  const palette = admin.getByRole("dialog", { name: "Find what to do" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expect(palette.getByText("Return it to its lead")).toBeVisible();
  await scanAxe(admin);
  await admin.keyboard.type("the approvals");
  await admin.keyboard.press("Enter");
  await expect(admin.getByRole("heading", { level: 1, name: "Approvals" })).toBeVisible();
  await scanAxe(admin);

  // The sheet, and its switch, which holds wherever one signs in.
  await admin.keyboard.press("?");
  const sheet = admin.getByRole("dialog", { name: "Keys on this page" });
  await expect(sheet).toContainText("Next row");
  await expect(sheet).not.toContainText("Accept the claim for checking");
  await scanAxe(admin);
  const kept = () => admin.waitForResponse("**/desk/settings/keys");
  await Promise.all([kept(), sheet.getByRole("checkbox").press("Space")]);
  await admin.keyboard.press("Escape");
  await admin.reload();
  await expect(admin.getByRole("button", { name: "Find what to do" })).toBeVisible();
  for (const key of ["?", "j", "g", "q"]) await admin.keyboard.press(key);
  await expect(sheet).toHaveCount(0);
  await expect(admin).toHaveURL(/\/desk\/approvals$/);
  await admin.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await admin.keyboard.type("keys that work");
  await admin.keyboard.press("Enter");
  await Promise.all([kept(), sheet.getByRole("checkbox").press("Space")]);

  // What has no key is found by its name as well, as far as the way out.
  await admin.keyboard.press("Escape");
  await admin.keyboard.press("Control+k");
  await admin.keyboard.type("the tokens");
  await admin.keyboard.press("Enter");
  await expect(admin.getByRole("heading", { level: 1, name: "Tokens" })).toBeVisible();
  await admin.keyboard.press("Control+k");
  await admin.keyboard.type("sign out");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\/login$/);
});
