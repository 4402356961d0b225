import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

import { findBrowser } from "./browser";

function run(command: string, ...args: string[]): boolean {
  console.log(`> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function install(): void {
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    const installed =
      run("apt-get", "update") &&
      run("apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell");
    if (installed && findBrowser()) return;
  }
  run("npx", "playwright", "install", "--with-deps", "chromium");
}

function ensureBrowser(): void {
  if (!findBrowser()) install();
  const browser = findBrowser();
  if (!browser) {
    throw new Error(
      "There is no browser for the browser tests, and none could be installed. Install Chromium or Chrome " +
        "(Debian: apt-get install chromium) or set CHROMIUM_PATH to one, and run this again.",
    );
  }
  console.log(`Browser tests run in ${browser}`);
}

try {
  ensureBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
