import { describe, expect, it } from "vitest";

import { publishedDate } from "~/domain/calendar/published-date";

describe("publishedDate", () => {
  it.each([
    ["2024-02-05", "2024-02-05"],
    ["2024-02-05T23:59:59-11:00", "2024-02-05"],
    ["2024/02/05 10:00", "2024-02-05"],
    ["20240205T100000Z", "2024-02-05"],
    ["Mon, 05 Feb 2024 10:00:00 GMT", "2024-02-05"],
    ["5 February 2024", "2024-02-05"],
    ["February 5th, 2024", "2024-02-05"],
    ["Feb. 5, 2024", "2024-02-05"],
    ["2024-02-30", null],
    ["5 Foo 2024", null],
    ["05/02/2024", null],
    ["yesterday", null],
    ["1707127200", null],
    ["", null],
  ])("reads %j as %j", (raw, date) => {
    expect(publishedDate(raw)).toBe(date);
  });
});
