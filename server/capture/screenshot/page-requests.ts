import type { Request, Route } from "playwright-core";

import type { SourceFetcher } from "../../fetch";

/** What a page may have fetched while its picture is drawn. */
export interface RequestLimits {
  requests: number;
  /** Of all answers together, in bytes. */
  bytes: number;
  /** Requests under way at the same moment. */
  atOnce: number;
}

export const usualLimits: RequestLimits = { requests: 100, bytes: 20_000_000, atOnce: 6 };

/** For each answer. */
export const resourceLimits = { totalMs: 8_000, maxBytes: 5_000_000, maxRedirects: 3 };

/** What a picture needs. No scripts, frames, sounds, films, or whatever else a page may ask for. */
const drawn: ReadonlySet<string> = new Set(["stylesheet", "image", "font"]);

/** Said to the browser of the page itself, in case a way past the other locks is found. */
const powerless = [
  "sandbox",
  "default-src 'none'",
  "img-src http: https: data:",
  "style-src http: https: data: 'unsafe-inline'",
  "font-src http: https: data:",
].join("; ");

/** The page as it was captured. */
export interface CapturedPage {
  /** Where it was in the end. */
  url: string;
  contentType: string;
  body: Uint8Array;
}

/**
 * Answers every request of a browser that draws a captured page: the page from what was captured, once; what it is drawn
 * with, through the fetcher, which reaches public addresses alone; and nothing else. The browser itself asks nobody.
 */
export function answerRequests(
  page: CapturedPage,
  fetchSource: SourceFetcher,
  signal: AbortSignal,
  limits: RequestLimits = usualLimits,
): (route: Route, request: Request) => Promise<void> {
  const turns = inTurn(limits.atOnce);
  let isPageGiven = false;
  let asked = 0;
  let bytes = 0;

  async function answer(request: Request): Promise<Parameters<Route["fulfill"]>[0] | null> {
    if (request.isNavigationRequest()) {
      // The first is ours; any other is a frame, or a page that leads away by itself.
      if (isPageGiven) return null;
      isPageGiven = true;
      const headers = {
        "Content-Type": page.contentType,
        "Content-Security-Policy": powerless,
        "X-Content-Type-Options": "nosniff",
      };
      return { status: 200, headers, body: Buffer.from(page.body) };
    }
    if (!drawn.has(request.resourceType()) || request.method() !== "GET") return null;
    asked += 1;
    if (asked > limits.requests) return null;
    return turns(async () => {
      if (signal.aborted || bytes >= limits.bytes) return null;
      const fetched = await fetchSource(request.url(), signal);
      if (!fetched.ok) return null;
      const { body, contentType, exchanges } = fetched.value;
      bytes += body.byteLength;
      const status = exchanges.at(-1)?.status ?? 0;
      if (bytes > limits.bytes || status < 200 || status > 299) return null;
      // Fonts are drawn only where their site allows it; nothing reads what is fetched here.
      const headers = { "Content-Type": contentType, "Access-Control-Allow-Origin": "*" };
      return { status: 200, headers, body: Buffer.from(body) };
    });
  }

  return async (route, request) => {
    const given = await answer(request).catch(() => null);
    // The browser may be gone before its question is answered.
    await (given === null ? route.abort("blockedbyclient") : route.fulfill(given)).catch(
      () => undefined,
    );
  };
}

/** Runs at most so many at once; the others wait in order. */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
