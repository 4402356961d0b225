import { expect, scanAxe, test } from "./support/test";

test("a reader verifies a verdict offline, and a doctored copy of it is found out", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await page.locator('a[href^="/claims/"]').first().click();
  const bundle = await (await page.request.get(`${page.url()}.json`)).text();
  const key = await (await page.request.get("/log/key")).text();
  await page.getByRole("link", { name: "Verify this verdict" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Verify a verdict" })).toBeVisible();
  await page.getByRole("button", { name: "Take this verdict’s bundle and check it" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result.getByText("The bundle holds")).toBeVisible();
  await expect(result).toBeFocused();
  await expect(result).toContainText("Whose key it is");

  // From here on nobody can be asked.
  await context.setOffline(true);
  const file = (name: string, text: string) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.getByLabel("The bundle’s file").setInputFiles(file("bundle.json", bundle));
  await page.getByLabel("Or the key itself").fill(key);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(result.getByText("The bundle holds")).toBeVisible();
  await expect(result).not.toContainText("Whose key it is");
  await expect(result).toContainText("That the verdict is right");
  await page.setViewportSize({ width: 390, height: 844 });
  await scanAxe(page);

  const { content } = JSON.parse(bundle);
  const doctored = { ...JSON.parse(bundle), content: { ...content, evidence: [] } };
  await page.getByLabel("Or the bundle itself").fill(JSON.stringify(doctored));
  await page.getByLabel("Or the bundle itself").focus();
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(result.getByText("This is not proved")).toBeVisible();
  await expect(result).toContainText("The bundle’s content is not what entry");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await scanAxe(page);
});

test("the log answers programs, and wrong questions in words", async ({ request }) => {
  const note = await (await request.get("/log/checkpoint")).text();
  const [origin, size] = note.split("\n");
  const key = await (await request.get("/log/key")).text();
  expect(key.startsWith(`${origin}+`)).toBe(true);
  const last = Number(size) - 1;
  const { entries } = await (await request.get("/log/entries?start=0&end=5000")).json();
  expect(entries.length).toBeGreaterThanOrEqual(Math.min(last + 1, 100));
  const proof = await (await request.get(`/log/proof?index=${last}&size=${size}`)).json();
  expect(JSON.parse(proof.entry)).toMatchObject({ index: last });
  const grown = await (await request.get(`/log/consistency?first=1&second=${size}`)).json();
  expect(grown.proof).toEqual(expect.any(Array));
  const { report } = JSON.parse(entries[0].record);
  const text = await request.get(`/log/texts/${report.source.sha256}`);
  expect((await text.text()).length).toBeGreaterThan(10);

  for (const [address, status] of [
    ["/log/entries", 400],
    ["/log/entries?start=5&end=5", 400],
    ["/log/entries?start=-1&end=x", 400],
    ["/log/proof?index=99999999", 404],
    ["/log/proof?index=0&size=99999999", 404],
    ["/log/consistency?first=3&second=2", 404],
    ["/log/texts/nothing", 404],
  ] as const) {
    expect((await request.get(address)).status(), address).toBe(status);
  }
});
