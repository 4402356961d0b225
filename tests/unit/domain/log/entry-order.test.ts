import { expect, it } from "vitest";

import { standingAfter, type Standing, type Told } from "~/domain/log/entry-order";

const at = (kind: Told["kind"], publication: number, isUnpublished = false): Standing => ({
  ...{ kind, publication, isUnpublished },
});

it.each<[Standing | undefined, Standing, boolean]>([
  [undefined, at("published", 1), true],
  [undefined, at("corrected", 2), false],
  [undefined, at("retracted", 1), false],
  [at("published", 1), at("published", 1), false],
  [at("published", 1), at("correction_begun", 1), true],
  [at("published", 1), at("corrected", 2), true],
  [at("published", 1), at("corrected", 3), false],
  [at("published", 1), at("upheld", 1), false],
  [at("correction_begun", 1), at("correction_begun", 1), false],
  [at("correction_begun", 1), at("upheld", 1), true],
  [at("correction_begun", 1), at("corrected", 2), true],
  [at("correction_begun", 1), at("retracted", 1), true],
  [at("upheld", 1), at("retracted", 2), false],
  [at("retracted", 2), at("corrected", 3), false],
  [at("retracted", 2), at("retracted", 2), false],
  [undefined, at("unpublished", 1), false],
  [at("published", 1), at("unpublished", 1), true],
  [at("published", 1), at("unpublished", 2), false],
  [at("published", 1), at("republished", 1), false],
  [at("published", 1, true), at("unpublished", 1), false],
  [at("published", 1, true), at("republished", 1), true],
  [at("retracted", 1), at("unpublished", 1), true],
  [at("correction_begun", 1, true), at("upheld", 1), true],
])("after %j, %j: %s", (before, next, allowed) => {
  expect(standingAfter(before, next) !== null).toBe(allowed);
});

it("what is told of a verdict holds beyond its being unpublished", () => {
  const all = [
    ...[at("published", 1), at("correction_begun", 1), at("unpublished", 1)],
    ...[at("republished", 1), at("upheld", 1)],
  ];
  let standing: Standing | undefined;
  const seen = all.map((next) => (standing = standingAfter(standing, next) ?? undefined));
  expect(seen.map((one) => [one?.kind, one?.isUnpublished])).toEqual([
    ["published", false],
    ["correction_begun", false],
    ["correction_begun", true],
    ["correction_begun", false],
    ["upheld", false],
  ]);
});
