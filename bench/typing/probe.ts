import path from "node:path";

import type { BrowserContext, Page } from "@playwright/test";

import { pause, quantile } from "../collab/statistics";

export interface Latency {
  keys: number;
  p50: number;
  p95: number;
  max: number;
  /** The browser's own figure for the same, in steps of 8 ms, where it is 16 ms or more; 16 for less. */
  eventP95: number;
}

declare global {
  interface Window {
    typed: { painted: number[]; events: number[] };
  }
}

const watcher = path.join(import.meta.dirname, "key-watcher.mjs");

/** From now on every page of this browser notes its keys. */
export const watchKeys = (context: BrowserContext) => context.addInitScript({ path: watcher });

const text = "what the minutes say of it is not what was said and so on ";

/** Types so many letters where the caret is, at a person's pace. */
export async function type(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(
      text[key % text.length] === " " ? "Space" : (text[key % text.length] ?? "a"),
    );
    // A fast writer: five to twelve keys a second.
    await pause(80 + Math.random() * 120);
  }
}

/** What was measured since it was last asked. */
export async function takeLatency(page: Page): Promise<Latency> {
  await pause(300);
  const { painted, events } = await page.evaluate(() => {
    const { painted, events } = window.typed;
    return { painted: painted.splice(0), events: events.splice(0) };
  });
  const unreported = Array.from({ length: Math.max(0, painted.length - events.length) }, () => 16);
  return {
    keys: painted.length,
    p50: quantile(painted, 0.5),
    p95: quantile(painted, 0.95),
    max: Math.max(...painted),
    eventP95: quantile([...events, ...unreported], 0.95),
  };
}
