import { describe, expect, it } from "vitest";

import { laneLookToTell, lookToTell, newsWords } from "~/domain/review/last-look";

const last = { n: 5, at: "2026-11-26T14:05:00.000Z" };
const before = { n: 2, at: "2026-11-20T09:00:00.000Z" };
const soon = Date.parse("2026-11-26T14:10:00.000Z");
const later = Date.parse("2026-11-27T09:00:00.000Z");
const row = (n: number, author: string) => ({ n, author });

describe("the look that news are told since", () => {
  it("is the last one when others have written after it, however soon", () => {
    expect(lookToTell({ last, before }, "ana", [row(6, "ben")], soon)).toEqual(last);
  });

  it("is the one before while a visit goes on and nobody else has written", () => {
    const rows = [row(3, "ben"), row(6, "ana")];
    expect(lookToTell({ last, before }, "ana", rows, soon)).toEqual(before);
    expect(lookToTell({ last, before }, "ana", rows, later)).toEqual(last);
    expect(lookToTell({ last, before: null }, "ana", rows, soon)).toEqual(last);
  });
});

describe("the look in the lane that news are told since", () => {
  const looks = { at: last.at, before: before.at };

  it("is that of the visit before while this one lasts, and then the last", () => {
    expect(laneLookToTell(looks, soon)).toBe(before.at);
    expect(laneLookToTell(looks, later)).toBe(last.at);
  });

  it("is none at the first visit, however often the page is loaded in it", () => {
    expect(laneLookToTell(null, soon)).toBeNull();
    expect(laneLookToTell({ at: last.at, before: null }, soon)).toBeNull();
    expect(laneLookToTell({ at: last.at, before: null }, later)).toBe(last.at);
  });
});

describe("what others did, in words", () => {
  it("counts changes and comments, and names everybody", () => {
    expect(newsWords(3, 0, ["Ana", "Ben"])).toBe("3 changes by Ana and Ben");
    expect(newsWords(1, 1, ["Ana", "Ben", "Cy"])).toBe("1 change and 1 comment by Ana, Ben and Cy");
    expect(newsWords(0, 2, ["Ana"])).toBe("2 comments by Ana");
  });
});
