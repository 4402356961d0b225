import express from "express";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  // Each test counts from nothing.
  vi.resetModules();
  const { limitPrograms } = await import("../../../../server/http/programs");
  server = createServer(express().all("*", ...limitPrograms, (_req, res) => void res.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function ask(path: string, token?: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return fetch(`http://127.0.0.1:${port}${path}`, { headers });
}

test("a token is good for sixty requests, and who is refused is told when to come again", async () => {
  for (let i = 0; i < 60; i += 1) expect((await ask("/api/claims", "one")).status).toBe(200);
  const refused = await ask("/API/claims", "one");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ status: 429 });
  expect((await ask("/api/claims", "other")).status).toBe(200);
});

test("made-up tokens and other ways to write the address give an address nothing more; pages are not counted", async () => {
  const ways = ["/api/claims", "/%61pi/claims", "//api/claims"];
  for (let i = 0; i < 300; i += 1) {
    expect((await ask(ways[i % ways.length] ?? "", `made up ${i}`)).status).toBe(200);
  }
  expect((await ask("/api/claims", "made up once more")).status).toBe(429);
  expect((await ask("/api/claims")).status).toBe(429);
  expect((await ask("/claims/api/x")).status).toBe(200);
});
