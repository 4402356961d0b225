import { describe, expect, it } from "vitest";

import {
  captureFailures,
  captureFailureWords,
  failureOfStatus,
  sizeWords,
  tryAgainAfter,
  type Capture,
} from "~/domain/evidence/capture";
import { sourceAddress } from "~/domain/evidence/source-address";
import { sourceStandings } from "~/domain/evidence/source-standing";

describe("the address of a source", () => {
  it.each([
    ["https://A.example/x?utm_source=a&id=1&fbclid=9#part", "https://a.example/x?id=1"],
    ["https://a.example/x?utm_medium=mail", "https://a.example/x"],
    ["https://a.example:443/x?q=a%20b&q=c+d", "https://a.example/x?q=a%20b&q=c+d"],
    ["http://a.example", "http://a.example/"],
  ])("%s is fetched as %s", (raw, url) => expect(sourceAddress(raw)?.url).toBe(url));

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example/",
    "//a.example",
    "",
    "a b",
  ])("%j is none", (raw) => expect(sourceAddress(raw)).toBeNull());

  it("names whom the request goes to", () => {
    expect(sourceAddress("https://a.example:8080/x")?.host).toBe("a.example:8080");
  });
});

describe("a capture that failed", () => {
  it.each(captureFailures)("for %s says so in a sentence", (failure) => {
    expect(captureFailureWords(failure)).toMatch(/^[A-Z].*\.$/);
  });

  it("is tried again later and later where that can help, and not where it cannot", () => {
    expect([1, 2, 3, 4].map((tried) => tryAgainAfter("unreachable", tried))).toEqual([
      30,
      300,
      1800,
      null,
    ]);
    expect(tryAgainAfter("store_away", 1)).toBe(5);
    expect(tryAgainAfter("disk_full", 10)).toBe(600);
    for (const failure of ["http_gone", "private_address", "too_large", "bad_url"] as const) {
      expect(tryAgainAfter(failure, 1)).toBeNull();
    }
  });

  it.each([
    [200, null],
    [206, null],
    [304, "http_status"],
    [404, "http_gone"],
    [410, "http_gone"],
    [403, "http_refused"],
    [429, "http_trouble"],
    [503, "http_trouble"],
  ])("the status %i means %s", (status, failure) => expect(failureOfStatus(status)).toBe(failure));
});

it("a source is matched with the capture of its address, however it is written", () => {
  const capture: Capture = {
    ...{ id: "c", claimId: "x", url: "https://a.example/x", state: "failed", attempts: 1 },
    ...{ failure: "timeout", askedAt: "", dueAt: "", kept: null },
  };
  const card = (id: string, url: string) => ({ id, url, excerpt: "words" });
  const cards = [
    card("1", "https://a.example/x#p"),
    card("2", "https://a.example/y"),
    card("3", ""),
  ];
  const standings = sourceStandings(cards, [capture], () => ({ kind: "missing" }));
  expect(Object.keys(standings)).toEqual(["1"]);
  // Nothing is said of an excerpt where there is nothing to look for it in.
  expect(standings["1"]).toMatchObject({ captureId: "c", failure: "timeout", excerpt: null });
});

it.each([
  [12, "12 bytes"],
  [12_345, "12 kB"],
  [1_234_567, "1.2 MB"],
])("%i bytes are %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));
