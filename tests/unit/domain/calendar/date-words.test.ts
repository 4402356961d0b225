import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  civilDateWords,
  daysBetween,
  deadlineWords,
  instantWords,
  spanWords,
} from "~/domain/calendar/date-words";

describe("civilDateWords", () => {
  it.each([
    ["2024-02-05", "5 Feb 2024"],
    ["2026-12-31", "31 Dec 2026"],
    ["2024-13-01", "2024-13-01"],
    ["2024-01-00", "2024-01-00"],
    ["last month", "last month"],
    ["", ""],
  ])("writes %j as %j", (date, words) => {
    expect(civilDateWords(date)).toBe(words);
  });
});

describe("spanWords", () => {
  it.each([
    ["2026-11-23T19:31:00Z", "2026-11-23T20:05:00Z", "23 Nov 2026, 19:31 to 20:05 UTC"],
    [
      "2026-11-23T23:31:00Z",
      "2026-11-24T00:05:00Z",
      "23 Nov 2026, 23:31 UTC to 24 Nov 2026, 00:05 UTC",
    ],
    ["2026-11-23T19:31:00Z", "2026-11-23T19:31:40Z", "23 Nov 2026, 19:31 UTC"],
  ])("writes %j to %j as %j", (from, to, words) => {
    expect(spanWords(from, to)).toBe(words);
  });
});

describe("instantWords", () => {
  it.each([
    ["2026-11-23T19:31:59.999Z", "23 Nov 2026, 19:31 UTC"],
    ["2026-11-23T23:30:00-05:00", "24 Nov 2026, 04:30 UTC"],
    ["2026-11-23T19:31:59.123456+00:00", "23 Nov 2026, 19:31 UTC"],
    ["soon", "soon"],
  ])("writes %j as %j", (iso, words) => {
    expect(instantWords(iso)).toBe(words);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) =>
        instantWords(date.toISOString()).endsWith(" UTC"),
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => typeof instantWords(text) === "string"));
  });
});

describe("deadlines", () => {
  it.each([
    ["2026-11-23", "overdue by 1 day"],
    ["2026-10-24", "overdue by 31 days"],
    ["2026-11-24", "due today"],
    ["2026-11-25", "due in 1 day"],
    ["2026-12-04", "due in 10 days"],
    ["someday", "due someday"],
  ])("on 2026-11-24, %s is %j", (dueOn, words) => {
    expect(deadlineWords("2026-11-24", dueOn)).toBe(words);
  });

  it("counts across a leap day", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  });
});
