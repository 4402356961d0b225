import express from "express";
import type { AddressInfo } from "node:net";
import { createServer, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";

import { embedHeaders } from "../../../../server/http/embed-headers";
import { makeNonce, securityHeaders } from "../../../../server/http/security-headers";

const app = express()
  .use(makeNonce, securityHeaders(false), embedHeaders(false))
  .all("*", (_req, res) => void res.end());
const server = createServer(app);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** Sent as it stands, which no browser and no `fetch` would. */
const headersOf = (path: string, method = "GET") =>
  new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: "127.0.0.1", path, method }, (res) => {
      res.resume();
      resolve(res.headers);
    })
      .on("error", reject)
      .end();
  });

test("a card may be framed by anybody, and can do nothing", async () => {
  for (const path of ["/embed/it-rained-1111", "/embed/it-rained-1111?x=1"]) {
    const headers = await headersOf(path);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
    );
    expect(headers["x-frame-options"]).toBeUndefined();
  }
});

test.each([
  "/",
  "/desk",
  "/claims/it-rained-1111",
  "/embed/../desk",
  "/embed/%2e%2e/desk",
  "/embed/..%2fdesk",
  "/embed/x/../../desk",
  "//embed/it-rained",
  "/EMBED/it-rained",
  "/embed/it-rained/",
  "/embed/it-rained.data",
  "/embed/it%2drained",
  "/oembed",
])("%s may be framed by nobody", async (path) => {
  const headers = await headersOf(path);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
});

test("styles and icons may be used by a frame with a sandbox, and nothing else", async () => {
  const policy = async (path: string) => (await headersOf(path))["cross-origin-resource-policy"];
  expect(await policy("/assets/app-x1.css")).toBe("cross-origin");
  expect(await policy("/icon.svg")).toBe("cross-origin");
  for (const path of ["/desk", "/assets/../desk", "/assets/x/desk", "/assets/%2e%2e/desk"]) {
    expect(await policy(path)).toBe("same-origin");
  }
});

test("what is sent to a card's address has the policy of the site", async () => {
  const headers = await headersOf("/embed/it-rained-1111", "POST");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});
