import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { distanceOf, distances, practiceAgreement } from "~/domain/practice/practice";
import { ratings } from "~/domain/verdict/rating";

describe("how far two ratings are apart", () => {
  test.each([
    ["true", "true", "same"],
    ["true", "mostly_true", "neighbouring"],
    ["half_true", "mostly_false", "neighbouring"],
    ["true", "half_true", "far"],
    ["true", "false", "far"],
    ["misleading", "half_true", "neighbouring"],
    ["misleading", "mostly_false", "neighbouring"],
    ["misleading", "false", "far"],
    ["unproven", "misleading", "far"],
    ["unproven", "half_true", "far"],
    ["unproven", "unproven", "same"],
  ] as const)("%s and %s are %s", (known, given, distance) => {
    expect(distanceOf(known, given)).toBe(distance);
  });

  it("is the same from both sides", () => {
    const rating = fc.constantFrom(...ratings);
    fc.assert(
      fc.property(rating, rating, (a, b) => {
        expect(distanceOf(a, b)).toBe(distanceOf(b, a));
      }),
    );
  });
});

it("shows agreement from five first answers on", () => {
  const right = { known: "true", given: "true" } as const;
  const wrong = { known: "false", given: "true" } as const;
  expect(practiceAgreement([right, right, right, wrong])).toBeNull();
  expect(practiceAgreement([right, right, right, wrong, wrong])).toMatchObject({
    cases: 5,
    same: 3,
    share: 0.6,
    kappa: { value: expect.closeTo(0) as number },
  });
  expect(distances([right, wrong])).toEqual({ same: 1, neighbouring: 0, far: 1 });
});
