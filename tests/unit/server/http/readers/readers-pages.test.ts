import type { AddressInfo } from "node:net";

import express from "express";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { isForReaders, keepPage, readersPages } from "../../../../../server/http/readers";

const headers = { "Content-Type": "text/html", "Cache-Control": "public", ETag: 'W/"one"' };
let origin: string;
let close: () => void;
let stamp: string | Error;
let drawn: string[];
let hold: Promise<void> | null;

beforeAll(async () => {
  const app = express();
  app.use(
    readersPages({
      stampOf: async ({ kind }) => {
        if (stamp instanceof Error) throw stamp;
        return `${stamp}-${kind}`;
      },
      siteOf: (req) => `http://${req.headers.host ?? ""}`,
    }),
  );
  app.all("*", async (req, res) => {
    drawn.push(req.url);
    await hold;
    if (req.path.includes("private")) return res.set("Cache-Control", "no-store").send("mine");
    keepPage(res, { body: `page of ${req.path}`, headers });
    return res.set(headers).send(`page of ${req.path}`);
  });
  await new Promise<void>((listening) => {
    const server = app.listen(0, "127.0.0.1", () => {
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      listening();
    });
    close = () => void server.close();
  });
});
afterAll(() => close());
beforeEach(() => {
  drawn = [];
  hold = null;
});

async function ask(path: string, more: Record<string, string> = {}) {
  const answer = await fetch(origin + path, { headers: more });
  return { status: answer.status, etag: answer.headers.get("etag"), body: await answer.text() };
}

test("a page is drawn once until its stamp changes, and 304 needs no drawing", async () => {
  stamp = "a";
  const first = await ask("/reports/rome");
  expect(first).toEqual({ status: 200, etag: 'W/"one"', body: "page of /reports/rome" });
  expect(await ask("/reports/rome")).toEqual(first);
  expect(await ask("/reports/rome", { "If-None-Match": '"one"' })).toMatchObject({ status: 304 });
  expect(drawn).toEqual(["/reports/rome"]);

  stamp = "b";
  await ask("/reports/rome");
  expect(drawn).toHaveLength(2);
});

test("what may not be kept, has a question mark, is the desk's or is sent is never remembered", async () => {
  stamp = "c";
  for (const path of [
    ...["/reports/private", "/reports/x?page=2", "/desk", "/Reports/x", "//reports"],
  ]) {
    await ask(path);
    await ask(path);
  }
  expect(drawn).toHaveLength(10);
  await fetch(`${origin}/reports/x`, { method: "POST" });
  await fetch(`${origin}/reports/x`, { method: "POST" });
  expect(drawn).toHaveLength(12);
});

test("while the stamp is not known pages are drawn", async () => {
  stamp = "d";
  await ask("/claims/x");
  stamp = new Error("away");
  expect(await ask("/claims/x")).toMatchObject({ status: 200 });
  expect(drawn).toHaveLength(2);
});

test("who asks while a page is being drawn waits for it", async () => {
  stamp = "e";
  let go = (): void => undefined;
  hold = new Promise((resolve) => (go = resolve));
  const first = ask("/claims/y");
  await expect.poll(() => drawn.length).toBe(1);
  const others = [ask("/claims/y"), ask("/claims/y"), ask("/claims/z")];
  await expect.poll(() => drawn.length).toBe(2);
  go();
  await Promise.all([first, ...others]);
  expect(drawn.toSorted()).toEqual(["/claims/y", "/claims/z"]);
});

test.each([
  ["/", true],
  ["/reports/rome", true],
  ["/claims/it-rained/report-error", true],
  ["/desk", false],
  ["/login", false],
  ["/guest/secret", false],
  ["/invite/secret", false],
  ["/session", false],
  ["/reports%2f..%2fdesk", false],
  ["//desk", false],
  ["/reports//desk", false],
  ["/reports/../desk", false],
  ["/reports/.", false],
  ["/claims/slug.json", true],
  ["/reports/%64esk", false],
  ["/unknown", false],
])("%s is for readers: %s", (path, expected) => {
  expect(isForReaders(path)).toBe(expected);
});
