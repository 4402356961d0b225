import { demoPassword, emailOf } from "./support/people";
import { expect, test } from "./support/test";

test("healthz answers for the database and the rooms", async ({ request }) => {
  const health = await request.get("/healthz");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({
    status: "ok",
    database: "ok",
    collaboration: "ok",
    edits: "direct",
  });
});

test("every page carries a strict policy with a nonce of its own", async ({ request }) => {
  const nonces = new Set<string>();
  for (let i = 0; i < 2; i += 1) {
    const policy = (await request.get("/login")).headers()["content-security-policy"] ?? "";
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-inline");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(2);
});

test("another site cannot make a browser send anything", async ({ request }) => {
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    { Origin: "http://localhost:4173.evil.example" },
  ]) {
    const sent = await request.post("/login", {
      headers,
      form: { email: emailOf("editor"), password: demoPassword },
      maxRedirects: 0,
    });
    expect(sent.status(), JSON.stringify(headers)).toBe(403);
    expect(sent.headers()["set-cookie"]).toBeUndefined();
  }
});

test("the session is a cookie that scripts cannot read", async ({ request }) => {
  const entered = await request.post("/login", {
    form: { email: emailOf("lead"), password: demoPassword },
    maxRedirects: 0,
  });
  expect(entered.status()).toBe(302);
  expect(entered.headers()["set-cookie"]).toMatch(/countersign-session.*HttpOnly.*SameSite=Lax/is);
  expect((await request.get("/session")).status()).toBe(204);
});

test("a stranger is sent to sign in, and back to where they wanted to go", async ({ page }) => {
  await page.goto("/desk/articles");
  await expect(page).toHaveURL(/\/login\?to=%2Fdesk%2Farticles/);
  await page.locator('[name="email"]').fill(emailOf("editor"));
  await page.locator('[name="password"]').fill(demoPassword);
  await page.locator('[type="submit"]').click();
  await expect(page).toHaveURL(/\/desk\/articles$/);
});

test("nobody is sent to another site after signing in", async ({ request }) => {
  for (const to of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/\t/evil.example/x",
    "/.//evil.example",
  ]) {
    const entered = await request.post("/login", {
      form: { email: emailOf("lead"), password: demoPassword, to },
      maxRedirects: 0,
    });
    expect(entered.headers()["location"]).toBe("/desk");
  }
});

test("oversized requests are refused with a sentence", async ({ request }) => {
  const long = await request.get(`/${"a".repeat(600)}`);
  expect(long.status()).toBe(414);
  const large = await request.post("/login", { data: Buffer.alloc(17 * 1024 * 1024) });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain("Nothing was saved");
});
