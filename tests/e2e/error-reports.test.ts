import { randomUUID } from "node:crypto";

import { expect, scanAxe, test } from "./support/test";

test.describe("a reader without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("reports an error, and an editor deals with it", async ({ page, enterAs, problems }) => {
    // The refused form.
    problems.allow(/400/);
    const words = `The minutes say otherwise (${randomUUID()}): <b>see page 4</b>`;
    await page.goto("/");
    await page.locator('a[href^="/claims/"]').first().click();
    await page.getByText("Report an error", { exact: true }).click();
    await page.getByLabel(/What is wrong/).fill(words);
    await page.getByLabel(/Where can we answer you/).fill("ab");
    await page.getByRole("button", { name: "Send to the desk" }).click();

    // Refused, with everything that was typed.
    await expect(page.getByText("At least 3 characters, or nothing.")).toBeVisible();
    await expect(page.getByLabel(/What is wrong/)).toHaveValue(words);
    await page.getByLabel(/Where can we answer you/).fill("ann@reader.example");
    await page.getByRole("button", { name: "Send to the desk" }).click();
    await expect(page.getByText("Thank you. The desk has your report.")).toBeVisible();
    await page.getByRole("link", { name: "Back to the verdict" }).click();

    const editor = await enterAs("editor", { javaScriptEnabled: true });
    await editor.goto("/desk");
    await editor.locator("li", { hasText: words }).getByRole("link").click();
    const report = editor.locator("li", { hasText: words });
    await expect(report.getByText("Answer to: ann@reader.example")).toBeVisible();
    await scanAxe(editor);
    await report.getByLabel("What came of it").fill("The minutes were misread");
    await report.getByRole("button", { name: "Dealt with" }).click();
    await expect(report).toHaveCount(0);
  });
});
