import express from "express";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

import { limitErrorReports } from "../../../../server/http/reader-limits";

const app = express().all("*", limitErrorReports, (_req, res) => void res.end());
const server = createServer(app);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const statusOf = async (path: string, method = "POST") => {
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status;
};

test("ten reports and requests of an address are let through, however it is written, and reading is never counted", async () => {
  const ways = [
    "/claims/x/report-error",
    "/CLAIMS/x/report%2Derror/",
    "/claims/y/report-error.data",
    "/claims/z/follow",
  ];
  const sent: number[] = [];
  for (let i = 0; i < 12; i += 1) sent.push(await statusOf(ways[i % ways.length] ?? ""));
  expect(sent).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  expect(await statusOf("/claims/x/follow")).toBe(429);
  expect(await statusOf("/claims/x/report-error", "GET")).toBe(200);
  expect(await statusOf("/login")).toBe(200);
});
