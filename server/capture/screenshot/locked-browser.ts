import os from "node:os";

import type { Browser } from "playwright-core";

/** The browser that draws captured pages. */
export interface BrowserSettings {
  /** A Chromium, or its headless shell. */
  path: string;
  /** Whether it locks its own processes in; it cannot where it runs as root. */
  sandbox: boolean;
}

/**
 * No way out: every connection goes through a proxy that no name leads to, those to this machine as well, and no name is
 * looked up. What a page is drawn with comes through the fetcher. This is for whatever asks without being asked about:
 * connections that are opened ahead, or the browser for itself.
 */
export const deadEnd = [
  "--proxy-server=http://dead-end.invalid:9",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  "--dns-prefetch-disable",
  "--no-pings",
  "--disable-gpu",
  "--disable-plugins",
];

/** Starts the browser with nothing of the server's environment. Its library is loaded only where one is configured. */
export async function openBrowser({ path, sandbox }: BrowserSettings): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: path,
    chromiumSandbox: sandbox,
    args: deadEnd,
    env: { PATH: process.env["PATH"] ?? "", HOME: os.tmpdir(), LANG: "C.UTF-8" },
    // How this process ends is its own matter.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    timeout: 15_000,
  });
}
