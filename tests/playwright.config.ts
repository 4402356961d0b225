import { randomUUID } from "node:crypto";
import path from "node:path";

import { defineConfig } from "@playwright/test";

import { demoPassword, newsPort } from "./e2e/support/people";
import { findBrowser, quietFlags } from "./support/browser";
import { cheapPasswords } from "./support/cheap-passwords";

const port = Number(process.env["E2E_PORT"] ?? 4173);
const modelPort = port + 1;
const baseURL = `http://localhost:${port}`;
const results = path.resolve(import.meta.dirname, "../test-results");

// A newsroom of its own for each run. Workers read this file again, so the first reader's choice is handed on. What
// starts the database makes the folder, with the rights that it needs.
const dataDir = (process.env["E2E_DATA_DIR"] ??= path.join(results, "data", randomUUID()));
const executablePath = findBrowser();

export default defineConfig({
  testDir: "./e2e",
  // Emptied by Playwright at each start, hence not `test-results` itself.
  outputDir: path.join(results, "e2e"),
  // Stories wait for each other’s people and for storage half of their time.
  workers: 2,
  // For a machine that is busy with something else; what is waited for is a state, never a time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  projects: [
    {
      name: "stories",
      // A machine that stands still for ten seconds fails a story; what held only when run again is told by name.
      retries: 1,
      testIgnore: [
        "**/desk-rules.test.ts",
        "**/outage.test.ts",
        "**/read-only.test.ts",
        "**/sign-in-limit.test.ts",
      ],
    },
    // Alone: it changes how the desk settles disputes and what it publishes.
    { name: "rules", testMatch: "**/desk-rules.test.ts", dependencies: ["stories"] },
    // Alone: it freezes the database of all.
    { name: "outage", testMatch: "**/outage.test.ts", dependencies: ["rules"] },
    // Alone: nobody else can write meanwhile.
    { name: "read-only", testMatch: "**/read-only.test.ts", dependencies: ["outage"] },
    // Last: it leaves this address shut out for minutes.
    { name: "limits", testMatch: "**/sign-in-limit.test.ts", dependencies: ["read-only"] },
  ],
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: path.join(results, "e2e.json") }]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    // Recording takes a third of the time; `--trace on` records.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: quietFlags, ...(executablePath && { executablePath }) },
  },
  webServer: [
    {
      command: `npx tsx tests/support/language-model-stub.ts ${modelPort}`,
      cwd: path.resolve(import.meta.dirname, ".."),
      url: `http://127.0.0.1:${modelPort}/`,
      reuseExistingServer: false,
    },
    {
      command: "npm run build && npx tsx tests/support/make-newsroom.ts && npm start",
      cwd: path.resolve(import.meta.dirname, ".."),
      env: {
        PORT: String(port),
        DATA_DIR: dataDir,
        DEMO_PASSWORD: demoPassword,
        ...cheapPasswords,
        LOG_LEVEL: "silent",
        PUBLIC_URL: "",
        // No test depends on what the web says today.
        CAPTURE_SOURCES: "off",
        // Empty counts as not set: these tests never touch a project that the shell happens to name.
        SUPABASE_URL: "",
        DATABASE_URL: "",
        FETCH_PRIVATE: `127.0.0.1:${newsPort}`,
        LANGUAGE_MODEL_URL: `http://127.0.0.1:${modelPort}/v1`,
        LANGUAGE_MODEL: "stub-1",
        LANGUAGE_MODEL_KEY: "",
      },
      url: `${baseURL}/healthz`,
      timeout: 180_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
      reuseExistingServer: false,
    },
  ],
});
