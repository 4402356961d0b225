import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { chromium, type Page } from "@playwright/test";

import { findBrowser, quietFlags } from "../../tests/support/browser";
import { Countersign } from "../collab/contenders/countersign";
import { colleague } from "./colleague";
import { writeLongReview } from "./long-review";
import { openEditorAlone, openPlain } from "./peer-page";
import { takeLatency, type, watchKeys, type Latency } from "./probe";
import { profiled } from "./profile";

const { values } = parseArgs({
  options: {
    /** Keys at each of the three places. */
    keys: { type: "string", default: "80" },
    script: { type: "string", default: "build/server/index.js" },
    /** A folder for CPU profiles of the page. */
    profile: { type: "string" },
  },
});
const keys = Number(values.keys);

const server = new Countersign({ script: values.script, people: 4 });
const executablePath = findBrowser();
const browser = await chromium.launch({
  args: quietFlags,
  ...(executablePath && { executablePath }),
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await watchKeys(context);
  return context.newPage();
}

/** Types at the start, in the middle and at the end. */
async function measured(page: Page): Promise<Latency> {
  const field = page.locator("#rationale");
  await field.locator("p").nth(99).waitFor();
  await field.locator("p").first().click();
  const places = [
    () => page.keyboard.press("Control+Home"),
    () =>
      field
        .locator("p")
        .nth(50)
        .click({ position: { x: 120, y: 10 } }),
    () => page.keyboard.press("Control+End"),
  ];
  // What is done for the first time is not what is measured.
  await type(page, 10);
  await takeLatency(page);
  for (const go of places) {
    await go();
    await type(page, keys);
  }
  return takeLatency(page);
}

const figures: Record<string, Latency> = {};
async function figure(name: string, page: Page): Promise<void> {
  figures[name] = await profiled(page, values.profile, name, () => measured(page));
  console.log(name, JSON.stringify(figures[name]));
}

try {
  await server.start();
  const [room = ""] = await server.newRooms(1);
  await writeLongReview(server, room);
  const page = await newPage();
  const { headers } = server.door(room, 0);
  const cookies = (headers["cookie"] ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.origin };
  });
  await page.context().addCookies(cookies);
  await page.goto(`${server.origin}/desk/claims/${room.replace("review:", "")}`);
  await figure("claim room, alone", page);
  const stop = await colleague(server, room);
  await figure("claim room, another one types", page);
  stop();
  await page.close();

  for (const [name, open] of [
    ["the editor without ours", openEditorAlone],
    ["contenteditable alone", openPlain],
  ] as const) {
    const peer = await newPage();
    await open(peer);
    await figure(name, peer);
    await peer.close();
  }
  console.log("Key to painted frame in a rationale of 10,000 words, in milliseconds");
  const rounded = (latency: Latency) =>
    Object.fromEntries(
      Object.entries(latency).map(([what, ms]) => [what, Math.round(ms * 10) / 10]),
    );
  console.table(
    Object.fromEntries(Object.entries(figures).map(([name, it]) => [name, rounded(it)])),
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/typing.json",
    `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`,
  );
} finally {
  await browser.close();
  await server.dispose();
}
process.exit(0);
