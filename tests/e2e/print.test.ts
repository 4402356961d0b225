import { extractText, getDocumentProxy } from "unpdf";

import { expect, test } from "./support/test";

/** The words of each page of what would be printed, as they follow each other. */
async function printed(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((words) => words.replace(/\s+/g, " "));
}

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

test("a report is printed without what only a screen needs, with its sources’ addresses, and no card is cut", async ({
  page,
}) => {
  await page.goto("/");
  const demo = page.getByRole("listitem").filter({ hasText: "Demonstration" });
  await demo.locator('a[href^="/reports/"]').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const cards = page.locator("#verdicts").locator("li");
  const verdicts = await cards.evaluateAll((items) =>
    items.map((item) => (item as HTMLElement).innerText),
  );
  const sources = await page
    .locator("#sources a[href^=http]")
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);
  const heading = await page.getByRole("heading", { level: 1 }).innerText();

  const pages = await printed(await page.pdf({ format: "A4" }));
  const whole = pages.join(" ");
  const squeezed = whole.replaceAll(" ", "");
  expect(squeezed).toContain(heading.replace(/\s+/g, ""));
  for (const shown of ["Skip to", "The desk", "How we correct", "as BibTeX", "Search"]) {
    expect(whole).not.toContain(shown);
  }
  // What is folded on a screen is there, and the rating scale is on one page.
  expect(squeezed).toContain("gavethesecondverdict");
  const scale = pages.filter((words) => /Accurate, and nothing.*Unproven/.test(words));
  expect(scale).toHaveLength(1);
  // An address is broken over lines where it does not fit.
  expect(sources.length).toBeGreaterThan(0);
  for (const address of sources) expect(squeezed).toContain(`(${address})`);

  expect(verdicts.length).toBeGreaterThan(1);
  for (const verdict of verdicts) {
    const words = oneLine(verdict).replaceAll(" ", "");
    expect(pages.filter((on) => on.replaceAll(" ", "").includes(words))).toHaveLength(1);
  }
});
