import { expect, test } from "vitest";

import { conditional, etagOf } from "~/web/conditional.server";

const now = Date.parse("2026-03-01T12:00:00Z");
const changedAt = "2026-03-01T10:00:00.500Z";
const ask = (headers: Record<string, string> = {}, method = "GET") =>
  conditional(
    new Request("https://desk.example/feed.xml", { headers, method }),
    { body: "words", type: "text/plain", changedAt, maxAge: 300 },
    now,
  );

test("an answer carries its bytes' ETag, its date, and for how long it is good", async () => {
  const answer = ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "public, max-age=300, must-revalidate",
    "content-type": "text/plain",
    etag: etagOf("words"),
    "last-modified": "Sun, 01 Mar 2026 10:00:00 GMT",
  });
  expect(await answer.text()).toBe("words");
});

test.each([
  ["the ETag", { "If-None-Match": etagOf("words") }, 304],
  ["the ETag as a strong one", { "If-None-Match": etagOf("words").slice(2) }, 304],
  ["one of several", { "If-None-Match": `"other", ${etagOf("words")}` }, 304],
  ["any", { "If-None-Match": "*" }, 304],
  ["another", { "If-None-Match": 'W/"other"' }, 200],
  ["nonsense", { "If-None-Match": "words" }, 200],
  ["the date", { "If-Modified-Since": "Sun, 01 Mar 2026 10:00:00 GMT" }, 304],
  ["an earlier date", { "If-Modified-Since": "Sun, 01 Mar 2026 09:59:59 GMT" }, 200],
  ["no date", { "If-Modified-Since": "yesterday" }, 200],
  [
    "another ETag, which goes before the date",
    { "If-None-Match": '"other"', "If-Modified-Since": "Sun, 01 Mar 2026 10:00:00 GMT" },
    200,
  ],
])("asked with %s", async (_, headers, status) => {
  const answer = ask(headers);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("ETag")).toBe(etagOf("words"));
  expect(await answer.text()).toBe(status === 304 ? "" : "words");
});

test("a date in whose second more may happen is not given", () => {
  const request = new Request("https://desk.example/");
  const { headers } = conditional(
    request,
    { body: "", type: "text/plain", changedAt: new Date(now - 500).toISOString() },
    now,
  );
  expect(headers.has("Last-Modified")).toBe(false);
});

test("HEAD has the headers and no body", async () => {
  const answer = ask({}, "HEAD");
  expect(answer.headers.get("ETag")).toBe(etagOf("words"));
  expect(await answer.text()).toBe("");
});
