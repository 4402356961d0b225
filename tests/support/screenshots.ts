import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { chromium, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";

import { demoPassword, emailOf, type Who } from "../e2e/support/people";
import { findBrowser, quietFlags } from "./browser";

/**
 * `npm run build && npm run screenshots`: photographs every page of the demonstration, wide and narrow, light and
 * dark, into test-results/screenshots, and the one of the README into docs.
 */
const port = 4180;
const base = `http://localhost:${port}`;
const folder = path.resolve("test-results/screenshots");

interface Shot {
  name: string;
  who: Who | null;
  /** Goes to the page and waits until it shows what it is for. */
  open(page: Page): Promise<void>;
}

const at = (address: string) => async (page: Page) => void (await page.goto(`${base}${address}`));

/** Follows the first link of a page that leads under an address. */
const firstLink = (from: string, under: string) => async (page: Page) => {
  await page.goto(`${base}${from}`);
  const address = await page.locator(`a[href^="${under}"]`).first().getAttribute("href");
  await page.goto(`${base}${address ?? "/"}`);
};

const demoArticle = firstLink("/desk/articles", "/desk/articles/c0117e00");

const claimRoom = (statement: RegExp) => async (page: Page) => {
  await demoArticle(page);
  const row = await page
    .locator('li[id^="claim-"]', { hasText: statement })
    .first()
    .getAttribute("id");
  await page.goto(`${base}/desk/claims/${row?.replace("claim-", "") ?? ""}`);
  await page.waitForLoadState("networkidle");
};

const shots: Shot[] = [
  { name: "front", who: null, open: at("/") },
  { name: "report", who: null, open: firstLink("/", "/reports/") },
  { name: "verdict", who: null, open: firstLink("/", "/claims/") },
  { name: "login", who: null, open: at("/login") },
  { name: "not-found", who: null, open: at("/nothing-here") },
  { name: "queue-editor", who: "editor", open: at("/desk") },
  { name: "queue-lead", who: "lead", open: at("/desk") },
  { name: "articles", who: "editor", open: at("/desk/articles") },
  { name: "intake", who: "editor", open: at("/desk/articles/new") },
  { name: "triage", who: "editor", open: demoArticle },
  { name: "room-writing", who: "lead", open: claimRoom(/decree/i) },
  { name: "room-blind", who: "second", open: claimRoom(/Second review/) },
  {
    name: "review-history",
    who: "lead",
    open: async (page) => {
      await claimRoom(/decree/i)(page);
      await page.goto(`${page.url()}/history`);
    },
  },
  { name: "room-disputed", who: "editor", open: claimRoom(/Disputed/) },
  { name: "room-disputed-lead", who: "lead", open: claimRoom(/Disputed/) },
  { name: "claims", who: "editor", open: at("/desk/claims") },
  { name: "board", who: "editor", open: at("/desk/claims?view=board") },
  { name: "approvals", who: "editor", open: at("/desk/approvals") },
  { name: "insights", who: "editor", open: at("/desk/insights") },
  { name: "notifications", who: "lead", open: at("/desk/notifications") },
  { name: "settings", who: "lead", open: at("/desk/settings") },
  { name: "work", who: "editor", open: at("/desk/work") },
  { name: "practice", who: "admin", open: at("/desk/practice") },
  { name: "people", who: "admin", open: at("/desk/people") },
  { name: "administration", who: "admin", open: at("/desk/admin") },
];

const sizes = [
  { label: "1440", viewport: { width: 1440, height: 900 } },
  { label: "390", viewport: { width: 390, height: 844 } },
];

async function signedIn(browser: Browser, who: Who | null, options: BrowserContextOptions) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC", ...options });
  const page = await context.newPage();
  if (who !== null) {
    await page.goto(`${base}/login`);
    await page.locator('[name="email"]').fill(emailOf(who));
    await page.locator('[name="password"]').fill(demoPassword);
    await page.locator('[type="submit"]').click();
    await page.waitForURL(/\/desk/);
  }
  return page;
}

async function photograph(browser: Browser): Promise<void> {
  for (const { name, who, open } of shots) {
    for (const { label, viewport } of sizes) {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await signedIn(browser, who, { viewport, colorScheme });
        await open(page);
        const file = path.join(folder, `${name}-${label}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) console.warn(`${name} at ${label} is ${overflow} px too wide`);
        if (name === "room-writing" && label === "1440" && colorScheme === "light") {
          await page.screenshot({ path: "docs/screenshot.png" });
        }
        await page.context().close();
      }
    }
    console.log(name);
  }
}

async function untilHealthy(): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const healthy = await fetch(`${base}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The server did not become healthy within a minute");
}

mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, ["build/server/index.js"], {
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: path.resolve("test-results/screenshots-data"),
    DEMO_PASSWORD: demoPassword,
    LOG_LEVEL: "warn",
    CAPTURE_SOURCES: "off",
  },
});
const executablePath = findBrowser();
const browser = await chromium.launch({
  args: quietFlags,
  ...(executablePath && { executablePath }),
});
try {
  await untilHealthy();
  await photograph(browser);
} finally {
  await browser.close();
  server.kill("SIGTERM");
}
