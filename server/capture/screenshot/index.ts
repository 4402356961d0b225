import type { Browser, Page } from "playwright-core";
import type { Logger } from "pino";

import type { ScreenshotFailure } from "~/domain/evidence/screenshot";
import { fail, ok, type Result } from "~/domain/result";

import { withDeadline } from "../../fetch";
import type { SourceFetcher } from "../../fetch";
import { openBrowser, type BrowserSettings } from "./locked-browser";
import { answerRequests, inTurn, type CapturedPage, type RequestLimits } from "./page-requests";

export { resourceLimits } from "./page-requests";

/** A picture of a page, as PNG. */
export interface Screenshot {
  png: Uint8Array;
  /** The browser that drew it, with its version. */
  tool: string;
}

/**
 * Draws a captured page, without its scripts. What is wrong comes back by name, and a fault is no reason to reject: a
 * capture is whole without a picture. Rejects only when `ending` is aborted.
 */
export type TakeScreenshot = (
  page: CapturedPage,
  ending: AbortSignal,
) => Promise<Result<Screenshot, ScreenshotFailure>>;

export interface ScreenshotSettings extends BrowserSettings {
  /** Fetches what pages are drawn with. */
  fetchSource: SourceFetcher;
  log: Logger;
  timing?: Partial<ScreenshotTiming>;
  limits?: RequestLimits;
}

/** In milliseconds. */
export interface ScreenshotTiming {
  /** For all of it, from the start of the browser. */
  totalMs: number;
  /** For the page to have what it is drawn with; then it is drawn as far as it came. */
  loadMs: number;
}

export const usualTiming: ScreenshotTiming = { totalMs: 25_000, loadMs: 12_000 };

const width = 1280;
/** In pixels: what is further down is not in the picture; the second where the first makes too large a file. */
const heights = [6_000, 2_000];
export const mostBytes = 8_000_000;
/** Browsers of one process that run at the same time. */
const atOnce = 2;

/** Where no browser is configured. */
export const noScreenshots: TakeScreenshot = async () => fail("no_browser");

/** Makes the function that draws captured pages, each in a browser of its own that is started for it and ended after it. */
export function createScreenshots(settings: ScreenshotSettings): TakeScreenshot {
  const timing = { ...usualTiming, ...settings.timing };
  const turns = inTurn(atOnce);
  return async (page, ending) => {
    if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(page.contentType)) {
      return fail("not_a_page");
    }
    return turns(async () => {
      ending.throwIfAborted();
      return withDeadline(timing.totalMs, ending, async (signal) => {
        try {
          const drawn = draw(page, settings, timing, signal);
          return await Promise.race([drawn, aborted(signal)]);
        } catch (error) {
          ending.throwIfAborted();
          if (signal.aborted) return fail("timeout");
          settings.log.warn({ err: error, url: page.url }, "a captured page could not be drawn");
          return fail("browser");
        }
      });
    });
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new Error("The time for a screenshot is over"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

async function draw(
  page: CapturedPage,
  settings: ScreenshotSettings,
  { loadMs }: ScreenshotTiming,
  signal: AbortSignal,
): Promise<Result<Screenshot, ScreenshotFailure>> {
  const browser = await openBrowser(settings);
  const close = (): void => void browser.close().catch(() => undefined);
  signal.addEventListener("abort", close, { once: true });
  try {
    signal.throwIfAborted();
    const shown = await openLocked(browser);
    const answer = answerRequests(page, settings.fetchSource, signal, settings.limits);
    await shown.context().route(() => true, answer);
    await shown.goto(page.url, { waitUntil: "commit", timeout: loadMs });
    // One slow picture among many is no reason to have none of the page.
    await shown.waitForLoadState("load", { timeout: loadMs }).catch(() => undefined);
    signal.throwIfAborted();
    const png = await shoot(shown);
    if (png === null) return fail("too_large");
    return ok({ png, tool: `Chromium ${browser.version()}` });
  } finally {
    signal.removeEventListener("abort", close);
    close();
  }
}

/** A page in which nothing runs and from which nothing is saved. */
async function openLocked(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
    serviceWorkers: "block",
    acceptDownloads: false,
    permissions: [],
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  return context.newPage();
}

async function shoot(page: Page): Promise<Uint8Array | null> {
  const devtools = await page.context().newCDPSession(page);
  const { cssContentSize } = await devtools.send("Page.getLayoutMetrics");
  for (const most of heights) {
    const height = Math.max(1, Math.min(Math.ceil(cssContentSize.height), most));
    const { data } = await devtools.send("Page.captureScreenshot", {
      ...{ format: "png", captureBeyondViewport: true },
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    const png = Buffer.from(data, "base64");
    if (png.byteLength <= mostBytes) return png;
  }
  return null;
}
