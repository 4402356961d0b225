import type { AddressInfo } from "node:net";

import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";

import { guestHeaders, limitGuests, limitUnknownGuests } from "../../../server/http/guest-pages";

let origin: string;
let close: () => void;
beforeAll(async () => {
  const app = express();
  app.use(guestHeaders, limitGuests, limitUnknownGuests);
  app.all("*", (req, res) => res.sendStatus(req.path.includes("good") ? 200 : 404));
  await new Promise<void>((listening) => {
    const server = app.listen(0, "127.0.0.1", () => {
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      listening();
    });
    close = () => void server.close();
  });
});
afterAll(() => close());

const ask = async (path: string) => {
  const { status, headers } = await fetch(origin + path);
  return { status, referrer: headers.get("referrer-policy"), robots: headers.get("x-robots-tag") };
};

test("who tries links that are not known is stopped, and the rest of the site goes on", async () => {
  expect(await ask("/guest/good")).toEqual({
    status: 200,
    referrer: "strict-origin",
    robots: "noindex, nofollow, noarchive",
  });
  for (let n = 0; n < 20; n += 1) expect((await ask(`/guest/bad${n}`)).status).toBe(404);
  for (const path of ["/guest/bad", "/GUEST/bad", "/%67uest/bad", "//guest/bad"]) {
    expect((await ask(path)).status).toBe(429);
  }
  expect(await ask("/desk/good")).toEqual({ status: 200, referrer: null, robots: null });
});
