import { expect, test } from "./support/test";

test("a wrong password is said, the address is kept, and guessing is slowed down", async ({
  page,
  problems,
}) => {
  problems.allow(/401|429/);
  await page.goto("/login");
  await page.locator('[name="email"]').fill("nobody@demo.test");
  await page.locator('[name="password"]').fill("wrong-password");
  await page.locator('[type="submit"]').click();
  await expect(page.getByRole("alert")).toContainText("not right");
  await expect(page.locator('[name="email"]')).toHaveValue("nobody@demo.test");

  const statuses: number[] = [];
  for (let i = 0; i < 25; i += 1) {
    const tried = await page.request.post("/login", {
      form: { email: "nobody@demo.test", password: `wrong-${i}-password` },
    });
    statuses.push(tried.status());
  }
  expect(statuses).toContain(401);
  expect(statuses.at(-1)).toBe(429);

  for (const spelling of ["/Login", "/login/", "/%6Cogin", "/LOGIN.data", "/login/.data"]) {
    const tried = await page.request.post(spelling, {
      form: { email: "nobody@demo.test", password: "another-wrong-password" },
    });
    expect(tried.status(), spelling).toBe(429);
  }
});
