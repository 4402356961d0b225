import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { claimTypes } from "~/domain/claim/claim";
import {
  claimSorts,
  dueBands,
  everyClaim,
  filterFromQuery,
  filterToQuery,
  listAddress,
  lookFromQuery,
  narrowedBy,
  worthBands,
  type ClaimFilter,
} from "~/domain/claim/list/claim-filter";
import { markFromText, markToText } from "~/domain/page-mark";
import { matchesSearch, searchWords } from "~/domain/claim/list/search-words";
import { claimStates } from "~/domain/review/workflow";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const trimmed = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", maxLength })
    .map((text) => text.trim())
    .filter((text) => text.length <= maxLength);
const personOrNone = maybe(fc.oneof(fc.uuid(), fc.constant("none")));

const filters: fc.Arbitrary<ClaimFilter> = fc.record({
  states: fc.subarray([...claimStates]),
  types: fc.subarray([...claimTypes]),
  lead: personOrNone,
  second: personOrNone,
  mine: fc.boolean(),
  article: maybe(fc.uuid()),
  topic: personOrNone,
  claimant: maybe(trimmed(200).filter((text) => text !== "")),
  worth: maybe(fc.constantFrom(...worthBands)),
  due: maybe(fc.constantFrom(...dueBands)),
  idleDays: maybe(fc.integer({ min: 1, max: 365 })),
  text: trimmed(200),
  sort: fc.constantFrom(...claimSorts),
});

describe("the filter in an address", () => {
  test("reads back as it was written", () => {
    fc.assert(
      fc.property(filters, fc.constantFrom("table" as const, "board" as const), (filter, view) => {
        expect(filterFromQuery(new URLSearchParams(filterToQuery(filter).toString()))).toEqual(
          filter,
        );
        const query = new URL(listAddress(filter, { view }), "http://desk.test").searchParams;
        expect(filterFromQuery(query)).toEqual(filter);
        expect(lookFromQuery(query)).toBe(view);
      }),
    );
  });

  test("makes something sensible of any query", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("q", "state", "lead", "idle", "sort", "x"), fc.string())),
        (pairs) => {
          const filter = filterFromQuery(new URLSearchParams(pairs));
          expect(filterFromQuery(filterToQuery(filter))).toEqual(filter);
        },
      ),
    );
    expect(
      filterFromQuery(new URLSearchParams("lead=me&idle=many&state=lost&state=open&sort=up")),
    ).toEqual({ ...everyClaim, states: ["open"] });
  });

  test("is empty for every claim, and says how much it narrows", () => {
    expect(listAddress(everyClaim)).toBe("/desk/claims");
    expect(narrowedBy({ ...everyClaim, sort: "due" })).toBe(0);
    expect(narrowedBy({ ...everyClaim, mine: true, states: ["open", "disputed"] })).toBe(2);
    expect(listAddress({ ...everyClaim, states: ["open", "disputed"] }, { view: "board" })).toBe(
      "/desk/claims?state=open,disputed&view=board",
    );
  });
});

describe("where a page begins", () => {
  const id = "11111111-1111-4111-8111-111111111111";
  test("reads back for its own order and means nothing in another", () => {
    const mark = { key: "2026-11-27 23:10:11.123456+00", id };
    expect(markFromText(markToText(mark), "changed")).toEqual(mark);
    expect(markFromText(markToText(mark), "worth")).toBeNull();
    expect(markFromText(markToText({ key: "infinity", id }), "due")).toEqual({
      key: "infinity",
      id,
    });
    expect(markFromText("nonsense", "due")).toBeNull();
    expect(markFromText(null, "due")).toBeNull();
  });
});

describe("a search", () => {
  test("compares words without accents and capitals, by their beginnings", () => {
    expect(searchWords("Zürich’s bridge, bridge 2.1%")).toEqual([
      "zurich",
      "s",
      "bridge",
      "2",
      "1",
    ]);
    expect(matchesSearch("The council of Zürich", "ZUR coun")).toBe(true);
    expect(matchesSearch("The council of Zürich", "zur bridge")).toBe(false);
    expect(matchesSearch("anything", "  ")).toBe(true);
  });
});
