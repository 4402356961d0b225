import { expect, it } from "vitest";

import { canFollow, type Standing } from "~/domain/log/entry-order";

const at = (kind: Standing["kind"], publication: number): Standing => ({ kind, publication });

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
])("after %j, %j: %s", (before, next, allowed) => {
  expect(canFollow(before, next)).toBe(allowed);
});
