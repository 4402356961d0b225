import { describe, expect, it } from "vitest";

import { durationWords } from "~/domain/statistics/duration-words";
import { mostDays, readPeriod, stepOf, stepsOf, stepWords } from "~/domain/statistics/period";

const today = "2024-03-31";

describe("a period of an address", () => {
  it("is the last 90 days where none is asked for", () => {
    expect(readPeriod(null, null, today)).toEqual({
      period: { from: "2024-01-02", to: today },
      problem: null,
    });
    expect(readPeriod("", "", today).problem).toBeNull();
  });

  it("takes one end alone", () => {
    expect(readPeriod("2024-02-01", null, today).period).toEqual({ from: "2024-02-01", to: today });
    expect(readPeriod(null, "2024-02-29", today).period.from).toBe("2023-12-02");
  });

  it.each([
    ["2024-02-30", "2024-03-01"],
    ["yesterday", "2024-03-01"],
    ["2024-03-02", "2024-03-01"],
    ["2023-03-01", "2024-03-01"],
  ])("is the usual one, and says why, for %s to %s", (from, to) => {
    const { period, problem } = readPeriod(from, to, today);
    expect(period).toEqual({ from: "2024-01-02", to: today });
    expect(problem).toContain("Shown instead");
  });

  it("can be a leap year", () => {
    expect(mostDays).toBe(366);
    expect(readPeriod("2024-01-01", "2024-12-31", today).problem).toBeNull();
  });
});

describe("the steps of a period", () => {
  it("are days, then weeks from Monday, then months", () => {
    const month = { from: "2024-02-28", to: "2024-03-02" };
    expect(stepOf(month)).toBe("day");
    expect(stepsOf(month)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]);
    const quarter = { from: "2024-01-03", to: "2024-02-15" };
    expect(stepOf(quarter)).toBe("week");
    expect(stepsOf(quarter)[0]).toBe("2024-01-01");
    expect(stepsOf(quarter).at(-1)).toBe("2024-02-12");
    const year = { from: "2024-01-31", to: "2024-12-31" };
    expect(stepOf(year)).toBe("month");
    expect(stepsOf(year)).toHaveLength(12);
    expect(stepsOf(year).at(-1)).toBe("2024-12-01");
  });

  it("are said in words", () => {
    expect(stepWords("2024-02-05", "day")).toBe("5 Feb 2024");
    expect(stepWords("2024-02-05", "week")).toBe("Week of 5 Feb 2024");
    expect(stepWords("2024-02-01", "month")).toBe("Feb 2024");
  });
});

it.each([
  [0, "under a minute"],
  [60, "1 min"],
  [3600, "1 h"],
  [5 * 3600 + 20 * 60 + 59, "5 h 20 min"],
  [86_400, "1 day"],
  [3 * 86_400 + 4 * 3600, "3 days 4 h"],
  [20 * 86_400 + 4 * 3600, "20 days"],
])("%s seconds are %s", (seconds, words) => expect(durationWords(seconds)).toBe(words));
