import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Page } from "@playwright/test";

/** Does the work, and keeps what the page's CPU did meanwhile in a file for Chrome's developer tools. */
export async function profiled<Result>(
  page: Page,
  folder: string | undefined,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (folder === undefined) return work();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.start");
  try {
    return await work();
  } finally {
    const { profile } = await devtools.send("Profiler.stop");
    mkdirSync(folder, { recursive: true });
    const file = `${name.replaceAll(/[^a-z0-9]+/g, "-")}.cpuprofile`;
    writeFileSync(path.join(folder, file), JSON.stringify(profile));
  }
}
