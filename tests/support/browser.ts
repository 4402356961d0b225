import { existsSync } from "node:fs";

import { chromium } from "@playwright/test";

const usualPlaces = [
  // Draws no window, and takes a quarter less time than the whole browser.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A browser that is on this machine: the one that CHROMIUM_PATH names, the system's, or Playwright's own download.
 * Undefined when there is none. Throws when CHROMIUM_PATH names a file that is not there.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not there.`);
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path));
}

/** No sandbox, because a container's root has none; and no traffic of the browser's own. */
export const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
