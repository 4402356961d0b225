import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { chromium } from "@playwright/test";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  createScreenshots,
  noScreenshots,
  type ScreenshotSettings,
} from "../../../server/capture/screenshot";
import { createSourceFetcher, permitted } from "../../../server/fetch";
import { findBrowser, quietFlags } from "../../support/browser";
import { startNewsSite, type NewsSite } from "../../support/news-site";

const browser = findBrowser();
let site: NewsSite;
/** On this machine too, and none of a page's business. */
let inside: Server;
let insidePort: number;
let reached: string[];

beforeAll(async () => {
  site = await startNewsSite();
  inside = createServer((request, response) => response.end(`secret ${request.url}`));
  inside.on("connection", () => reached.push("a connection"));
  inside.on("request", ({ url }) => reached.push(url ?? ""));
  inside.listen(0, "127.0.0.1");
  await once(inside, "listening");
  insidePort = (inside.address() as AddressInfo).port;
  reached = [];
});
afterAll(async () => {
  inside.closeAllConnections();
  inside.close();
  await site.stop();
});

const ending = new AbortController();
const html = "text/html; charset=utf-8";
const page = (body: string) => ({
  url: `${site.url}/page`,
  contentType: html,
  body: Buffer.from(body),
});
const settings = (changes: Partial<ScreenshotSettings> = {}): ScreenshotSettings => ({
  path: browser ?? "",
  sandbox: false,
  fetchSource: createSourceFetcher("test", permitted([site.place])),
  log: pino({ level: "silent" }),
  ...changes,
});
const take = async (body: string, changes?: Partial<ScreenshotSettings>) =>
  createScreenshots(settings(changes))(page(body), ending.signal);

test("without a browser, and of what is no page, there is none, and it is said", async () => {
  expect(await noScreenshots(page(""), ending.signal)).toEqual({ ok: false, error: "no_browser" });
  const shots = createScreenshots(settings({ path: "/nowhere" }));
  const pdf = { ...page(""), contentType: "application/pdf" };
  expect(await shots(pdf, ending.signal)).toEqual({ ok: false, error: "not_a_page" });
  expect(await shots(page("<p>x"), ending.signal)).toEqual({ ok: false, error: "browser" });
});

describe.skipIf(browser === undefined)("in a real browser", () => {
  test("a page is drawn as it was captured, with its own styles and pictures, and without its scripts", async () => {
    site.set("/style.css", (response) =>
      response.writeHead(200, { "Content-Type": "text/css" }).end("body{background:rgb(0,128,0)}"),
    );
    site.set("/dot.svg", (response) =>
      response
        .writeHead(200, { "Content-Type": "image/svg+xml" })
        .end(
          '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#00f"/></svg>',
        ),
    );
    const taken =
      await take(`<!doctype html><link rel=stylesheet href=/style.css><body style="margin:0;height:9000px">
      <img src=/dot.svg style="display:block"><script>document.body.style.background="red"</script>`);
    if (!taken.ok) throw new Error(taken.error);
    const { png, tool } = taken.value;
    expect(tool).toMatch(/^Chromium \d+\./);
    const points: [number, number][] = [
      [200, 200],
      [1000, 5000],
    ];
    // However long the page is.
    expect(await look(png, points)).toEqual({
      size: [1280, 6000],
      colours: ["0,0,255", "0,128,0"],
    });
    // What was captured is drawn; nobody asks for the page a second time.
    expect(site.asked("/page")).toBe(0);
    expect(site.asked("/style.css")).toBe(1);
  });

  test("nothing that a page asks for leads to this machine or its network, or to what is no part of a picture", async () => {
    const ways = (at: string): string =>
      [
        `<meta http-equiv=refresh content="0;url=${at}/refresh">`,
        ...["preconnect", "dns-prefetch", "prefetch", "prerender", "icon", "manifest"].map(
          (rel) => `<link rel=${rel} href="${at}/${rel}">`,
        ),
        ...["script", "style", "image", "font", "fetch"].map(
          (as) => `<link rel=preload as=${as} crossorigin href="${at}/preload-${as}">`,
        ),
        `<link rel=modulepreload href="${at}/module">`,
        `<link rel=stylesheet href="${at}/style.css">`,
        `<style>@import "${at}/import.css"; @font-face { font-family: x; src: url(${at}/font) }
          p { background: url(${at}/background); font-family: x; cursor: url(${at}/cursor), auto }</style>`,
        `<script>fetch("${at}/fetch"); new WebSocket("${at.replace("http", "ws")}/socket");
          new Image().src = "${at}/script"; navigator.sendBeacon("${at}/beacon");
          new RTCPeerConnection({ iceServers: [{ urls: "stun:${at.slice(7)}" }] }).createDataChannel("x")</script>`,
        `<script src="${at}/script.js"></script><script type=speculationrules>{"prerender":[{"urls":["${at}/rules"]}]}</script>`,
        `<p>Text</p><img src="${at}/picture" srcset="${at}/picture-2 2x" onerror="location='${at}/onerror'">`,
        `<picture><source srcset="${at}/source"><img src="${at}/picture-3" loading=lazy></picture>`,
        `<svg><image href="${at}/svg-image"/><use href="${at}/svg-use#a"/></svg>`,
        `<iframe src="${at}/frame"></iframe><iframe srcdoc="<img src='${at}/srcdoc'>"></iframe>`,
        `<object data="${at}/object"></object><embed src="${at}/embed"><portal src="${at}/portal"></portal>`,
        `<video src="${at}/video" poster="${at}/poster" autoplay></video><audio src="${at}/audio" autoplay></audio>`,
        `<form action="${at}/form"><input type=image src="${at}/input" autofocus></form>`,
      ].join("\n");
    const places = ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0.0.0.0"];
    for (const path of ["/leads-inside", "/leads-outside"]) {
      const to = `http://127.0.0.1:${insidePort}/redirected`;
      site.set(path, (response) => response.writeHead(302, { Location: to }).end());
    }
    const hostile = `<!doctype html>${places.map((host) => ways(`http://${host}:${insidePort}`)).join("\n")}
      <img src=/leads-inside><link rel=stylesheet href=/leads-outside>
      <img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>`;
    const taken = await take(hostile);
    expect(taken.ok).toBe(true);
    expect(site.asked("/leads-inside")).toBe(1);
    expect(reached).toEqual([]);

    // Of what it may reach it gets pictures, styles and fonts: no scripts, frames, films or whatever else.
    await take(`<!doctype html>${ways(`${site.url}/own`)}`);
    const asked = ["style.css", "import.css", "picture", "background", "font", "input"];
    for (const path of asked) expect([path, site.asked(`/own/${path}`)]).toEqual([path, 1]);
    const never = [
      "refresh",
      "prefetch",
      "prerender",
      "rules",
      "fetch",
      "socket",
      "script",
      "script.js",
      "beacon",
    ];
    never.push("preload-script", "preload-fetch", "module", "onerror", "frame", "object", "embed");
    never.push("video", "audio", "manifest", "form");
    for (const path of never) expect([path, site.asked(`/own/${path}`)]).toEqual([path, 0]);
  });

  test("a page asks for so much and no more, and what never comes does not keep it from being drawn", async () => {
    site.set("/never", () => undefined);
    const many = Array.from({ length: 40 }, (_, n) => `<img src="/many-${n}">`).join("");
    const limits = { requests: 10, bytes: 1_000_000, atOnce: 3 };
    const timing = { loadMs: 1_500 };
    const taken = await take(`<p>Text<img src=/never>${many}`, { limits, timing });
    expect(taken.ok).toBe(true);
    const asked = Array.from({ length: 40 }, (_, n) => site.asked(`/many-${n}`));
    expect(asked.reduce((sum, one) => sum + one, site.asked("/never"))).toBe(10);
    // The same where the time for all of it is over.
    const late = await take(`<p>Text<img src=/never>`, {
      timing: { loadMs: 60_000, totalMs: 2_000 },
    });
    expect(late).toEqual({ ok: false, error: "timeout" });
  });
});

/** The size of a picture, and the colours of some of its points, as a browser reads them. */
async function look(png: Uint8Array, points: readonly [x: number, y: number][]) {
  const reading = await chromium.launch({ args: quietFlags, executablePath: browser ?? "" });
  try {
    const shown = await reading.newPage();
    return await shown.evaluate(
      async ({ base64, points }) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas?.drawImage(image, 0, 0);
        const colours = points.map(([x, y]) =>
          canvas?.getImageData(x, y, 1, 1).data.slice(0, 3).join(),
        );
        return { size: [image.width, image.height], colours };
      },
      { base64: Buffer.from(png).toString("base64"), points: [...points] },
    );
  } finally {
    await reading.close();
  }
}
