import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { areToBePlaced } from "~/domain/article/drift/drift";
import { failuresAfter, lookEvery, nextLook, spreadOf } from "~/domain/article/drift/watch";
import type { ClaimState } from "~/domain/review/workflow";

const hour = 3_600_000;
const now = new Date("2026-11-28T12:00:00Z");
const claim = (state: ClaimState, daysAgo: number | null = null) => ({
  state,
  publishedAt:
    daysAgo === null ? null : new Date(now.getTime() - daysAgo * 24 * hour).toISOString(),
});
const every = (...claims: ReturnType<typeof claim>[]) => {
  const found = lookEvery("auto", false, claims, now);
  return found === null ? null : found / hour;
};

describe("lookEvery", () => {
  it("looks while claims are of interest, and less and less often", () => {
    expect(every()).toBeNull();
    expect(every(claim("proposed"), claim("open"), claim("dismissed"))).toBeNull();
    expect(every(claim("open"), claim("in_review"))).toBe(6);
    expect(every(claim("published", 2))).toBe(12);
    expect(every(claim("published", 20))).toBe(24);
    expect(every(claim("published", 60), claim("published", 100))).toBe(7 * 24);
    expect(every(claim("published", 100))).toBeNull();
    expect(every(claim("retracted", 2))).toBeNull();
    expect(every(claim("being_corrected", 400))).toBe(6);
  });

  it("does as an editor has set it, and leaves demonstrations alone", () => {
    expect(lookEvery("off", false, [claim("in_review")], now)).toBeNull();
    expect(lookEvery("on", true, [], now)).toBe(7 * 24 * hour);
    expect(lookEvery("auto", true, [claim("in_review")], now)).toBeNull();
  });
});

describe("nextLook", () => {
  it("keeps articles apart, and waits longer after each failure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.uuid(), (failures, id) => {
        const at = (times: number) => nextLook(now, 6 * hour, times, spreadOf(id)).getTime();
        expect(at(failures + 1)).toBeGreaterThanOrEqual(at(failures));
        expect(at(failures) - now.getTime()).toBeLessThanOrEqual(7 * 24 * hour * 1.1);
        expect(at(failures) - now.getTime()).toBeGreaterThan(0.4 * hour);
      }),
    );
    const one = nextLook(now, 6 * hour, 0, 0).getTime();
    const other = nextLook(now, 6 * hour, 0, 1).getTime();
    expect(other - one).toBeGreaterThan(hour);
  });

  it("begins anew once the site answers", () => {
    expect(failuresAfter(3, "unreachable")).toBe(4);
    expect(failuresAfter(3, "gone")).toBe(4);
    expect(failuresAfter(3, "changed")).toBe(0);
  });
});

it("waits for every claim that can still be flagged", () => {
  const claims = [
    { id: "a", state: "published" },
    { id: "b", state: "dismissed" },
  ] as const;
  expect(areToBePlaced(claims, [])).toBe(true);
  expect(areToBePlaced(claims, [{ claimId: "a" }])).toBe(false);
});
