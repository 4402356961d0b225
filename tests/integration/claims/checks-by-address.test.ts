import http from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { importChecks } from "~/commands/import-checks";

import { createCheckFetcher } from "../../../server/checks";
import { permitted, type PageFetcherOptions } from "../../../server/fetch";
import { createPageReader } from "../../../server/intake";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";

let desk: TestDesk;
let editor: Actor;
let server: http.Server;
let site = "";
const pages = new Map<string, { body: string; type?: string; status?: number }>();
const asked: string[] = [];
const reader = createPageReader();

beforeAll(async () => {
  desk = await startDesk();
  editor = await desk.join("editor");
  server = http.createServer((req, res) => {
    asked.push(req.url ?? "");
    const page = pages.get(req.url ?? "");
    res.writeHead(page?.status ?? (page ? 200 : 404), {
      "content-type": page?.type ?? "text/html",
    });
    res.end(page?.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await reader.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await desk.stop();
});
beforeEach(() => {
  pages.clear();
  asked.length = 0;
});

/** As the server takes them in, with the reading in its own thread. */
const take = (path: string, by = editor, reach?: PageFetcherOptions) =>
  importChecks(
    {
      ...by.ports,
      checkIntake: {
        fetch: createCheckFetcher(reach ?? permitted([site.replace("http://", "")]), (source) =>
          reader.checks({ kind: "checks", ...source }),
        ),
      },
    },
    by.person,
    { url: `${site}${path}` },
  );

const review = (n: number) => ({
  "@type": "ClaimReview",
  url: `https://others.example/${n}`,
  claimReviewed: `The bridge number ${n} & its pier was sold`,
  author: { "@type": "Organization", name: "Others" },
  reviewRating: { "@type": "Rating", alternateName: "False" },
});
const script = (...all: unknown[]) =>
  `<script type="application/ld+json">${JSON.stringify(all.length === 1 ? all[0] : all)}</script>`;
const page = (...all: unknown[]) =>
  `<!doctype html><html><head>${script(...all)}</head><body>x</body></html>`;
const known = async () =>
  (await editor.ports.matches.checks(500, "")).map(({ url }) => Number(url.split("/").at(-1)));

test("a page gives its checks, and what cannot be read of it is told", async () => {
  pages.set("/page", {
    body: page(review(1), { "@type": "ClaimReview", url: "https://o.example/x" }),
  });
  const report = value(await take("/page"));
  expect(report).toMatchObject({ read: 1, added: 1, changed: 0 });
  expect(report.lines).toEqual([
    expect.stringMatching(/^Review 2 \(https:\/\/o\.example\/x\): .*left out/),
  ]);
  expect(await known()).toContain(1);
  expect(value(await take("/page"))).toMatchObject({ read: 1, added: 0, changed: 0 });
});

test("a DataFeed gives all of its checks", async () => {
  const feed = {
    "@type": "DataFeed",
    dataFeedElement: [{ item: [review(10)] }, { item: [review(11)] }],
  };
  pages.set("/feed.json", { body: JSON.stringify(feed), type: "application/json" });
  expect(value(await take("/feed.json"))).toMatchObject({ read: 2, added: 2, lines: [] });
});

test("a feed with markup in it is not followed, whether the markup is in CDATA or escaped", async () => {
  const escaped = (text: string) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;");
  for (const [n, markup] of [
    [20, `<![CDATA[<p>Hi</p>${script(review(20))}]]>`],
    [21, escaped(script(review(21)))],
  ] as const) {
    pages.set("/rss", {
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Others</title><item><title>One</title>
        <link>${site}/followed</link><description>${markup}</description></item></channel></rss>`,
      type: "application/rss+xml",
    });
    expect(value(await take("/rss")), String(n)).toMatchObject({ read: 1, added: 1, lines: [] });
    expect(await known()).toContain(n);
  }
  expect(asked).not.toContain("/followed");
});

test("a feed of pages is followed; each page that cannot be read is told, and nothing else is lost", async () => {
  const links = ["/a", "/gone", "/b", "/empty", "/file"];
  const item = (link: string) =>
    `<entry><title>${link}</title><id>${link}</id><link href="${link}"/></entry>`;
  pages.set("/atom", {
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Others</title>${[...links.map((link) => `${site}${link}`), "http://10.0.0.1/x"].map(item).join("")}</feed>`,
    type: "application/atom+xml",
  });
  pages.set("/a", { body: page(review(30)) });
  pages.set("/b", { body: page({ "@graph": [review(31), review(32)] }) });
  pages.set("/empty", { body: "<!doctype html><html><body>No markup</body></html>" });
  pages.set("/file", { body: "%PDF", type: "application/pdf" });
  const report = value(await take("/atom"));
  expect(report).toMatchObject({ read: 3, added: 3 });
  expect(report.lines).toEqual([
    expect.stringMatching(/\/gone\): The site has no page at this address \(404\); left out/),
    expect.stringMatching(/\/empty\): this page holds no ClaimReview; left out/),
    expect.stringMatching(/\/file\): .*application\/pdf.*; left out/),
    expect.stringMatching(
      /10\.0\.0\.1\/x\): That address is not on the public internet.*; left out/,
    ),
  ]);
  expect(await known()).toEqual(expect.arrayContaining([30, 31, 32]));
});

test("of a long feed the first pages are read, and the others are told", async () => {
  const items = Array.from({ length: 53 }, (_, i) => ({
    id: `${i}`,
    title: `T${i}`,
    url: `${site}/p${i}`,
  }));
  for (let i = 0; i < 53; i += 1) pages.set(`/p${i}`, { body: page(review(100 + i)) });
  pages.set("/feed", {
    body: JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Others", items }),
    type: "application/feed+json",
  });
  const report = value(await take("/feed"));
  expect(report).toMatchObject({ read: 50, added: 50 });
  expect(report.lines).toHaveLength(3);
  expect(report.lines[0]).toMatch(/p50\): only 50 pages/);
});

test("what is no address of the public web is refused, and so is what cannot be read at all", async () => {
  const inside = refusal(await take("/page", editor, {}));
  expect(inside).toMatchObject({ kind: "invalid", fields: { url: [expect.any(String)] } });
  expect(asked).toEqual([]);
  expect(refusal(await take("/nowhere"))).toMatchObject({
    fields: { url: [expect.stringMatching(/404/)] },
  });
  pages.set("/broken", { body: "<rss><channel", type: "application/rss+xml" });
  expect(refusal(await take("/broken"))).toMatchObject({ kind: "invalid" });
});

test("only editors take checks in", async () => {
  const reviewer = await desk.join("reviewer");
  pages.set("/page", { body: page(review(200)) });
  expect(refusal(await take("/page", reviewer)).kind).toBe("forbidden");
  expect(asked).toEqual([]);
});
