import { randomUUID } from "node:crypto";

import { expect, scanAxe, test } from "./support/test";

test("an editor makes a token for one thing, and the program can do that and nothing else", async ({
  enterAs,
  request,
  problems,
}) => {
  // The refused form, and what the program is refused.
  problems.allow(/400/);
  const editor = await enterAs("editor");
  await editor.goto("/desk/tokens");
  const name = `Dashboard ${randomUUID().slice(0, 8)}`;
  await editor.getByLabel("What the token is for").fill(name);
  await editor.getByLabel(/Take articles in/).uncheck();
  await editor.getByRole("button", { name: "Make a token" }).click();
  await expect(editor.getByText("Choose at least one.")).toBeVisible();
  await expect(editor.getByLabel("What the token is for")).toHaveValue(name);
  await scanAxe(editor);
  await expect(editor.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await editor.getByLabel(/Read the desk’s claims/).check();
  await editor.getByRole("button", { name: "Make a token" }).click();
  const token = await editor.locator("code", { hasText: /^csn_/ }).textContent();
  await expect(editor.locator("li", { hasText: name })).toContainText("Read the desk’s claims");
  await scanAxe(editor);

  const headers = { Authorization: `Bearer ${token}` };
  const list = await request.get("/api/desk/claims?limit=2", { headers });
  expect(list.status()).toBe(200);
  expect((await list.json()).items).toHaveLength(2);
  const article = { headers, data: { url: "https://news.example/" } };
  expect((await request.post("/api/articles", article)).status()).toBe(403);
  await editor.reload();
  const row = editor.locator("li", { hasText: name });
  await expect(row).toContainText("Last used");
  await expect(editor.locator("code", { hasText: /^csn_/ })).toHaveCount(0);
  await row.getByRole("button", { name: /Take back/ }).click();
  await expect(row).toContainText("Taken back");
  expect((await request.get("/api/desk/claims", { headers })).status()).toBe(401);
});

test("any site may read what is published, and finds out how", async ({ request }) => {
  const asked = { headers: { Origin: "https://elsewhere.example" } };
  const document = await (await request.get("/api/openapi.json", asked)).json();
  for (const path of Object.keys(document.paths)) {
    if (path.includes("{") || path.includes("/desk/") || path === "/api/articles") continue;
    const answer = await request.get(path, asked);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
    const etag = answer.headers()["etag"] ?? "";
    const again = await request.get(path, { headers: { "If-None-Match": etag } });
    expect(again.status(), path).toBe(304);
  }
  const first = (await (await request.get("/api/claims?limit=1")).json()).items[0];
  expect((await request.get(new URL(first.api).pathname)).status()).toBe(200);
  const missing = await request.get("/api/claims/no-such-claim");
  expect(missing.status()).toBe(404);
  expect(missing.headers()["content-type"]).toMatch(/^application\/problem\+json/);
  const before = await request.fetch("/api/claims", { method: "OPTIONS" });
  expect(before.status()).toBe(204);
});

test("an admin has another program told, and the secret is seen once", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/400/);
  const admin = await enterAs("admin");
  await admin.goto("/desk/webhooks");
  await scanAxe(admin);
  const url = `https://hooks.invalid/${randomUUID()}`;
  await admin.getByLabel("Address").fill(url);
  for (const each of await admin.getByRole("checkbox").all()) await each.uncheck();
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  await expect(admin.getByText("Choose at least one.")).toBeVisible();
  await expect(admin.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(admin.getByLabel("Address")).toHaveValue(url);
  await admin.getByLabel(/A verdict is retracted/).check();
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  const secret = admin.locator("code", { hasText: /^whsec_/ });
  const first = await secret.textContent();
  const row = admin
    .getByRole("listitem")
    .filter({ has: admin.getByRole("heading", { name: url }) });
  await expect(row).toContainText("verdict.retracted");
  await scanAxe(admin);
  await admin.reload();
  await expect(secret).toHaveCount(0);
  await row.getByRole("button", { name: /Pause/ }).click();
  await expect(row).toContainText("Paused by hand");
  await row.getByRole("button", { name: /New secret/ }).click();
  await expect(secret).not.toHaveText(first ?? "");
  await row.getByRole("button", { name: /Remove/ }).click();
  await expect(row).toHaveCount(0);
  await expect(admin.getByText(`removed the webhook to “${url}”`)).toBeVisible();
});

test("an editor who gives an address that cannot be read is told why and keeps it", async ({
  enterAs,
  problems,
}) => {
  problems.allow(/400/);
  const editor = await enterAs("editor");
  await editor.goto("/desk/checks");
  await editor.getByLabel("Address").fill("http://127.0.0.1:1/feed");
  await editor.getByRole("button", { name: "Take in" }).click();
  await expect(editor.getByText(/ports, 80 and 443|not on the public internet/)).toBeVisible();
  await expect(editor.getByLabel("Address")).toHaveValue("http://127.0.0.1:1/feed");
  await scanAxe(editor);
});

test("the pages for programs do not scroll sideways on a narrow screen", async ({ enterAs }) => {
  const admin = await enterAs("admin", { viewport: { width: 320, height: 720 } });
  for (const address of ["/desk/tokens", "/desk/webhooks", "/desk/checks"]) {
    await admin.goto(address);
    await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
    const beyond = await admin.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, address).toBe(0);
    await scanAxe(admin);
  }
});
