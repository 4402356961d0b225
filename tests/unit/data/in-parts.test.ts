import { expect, test } from "vitest";

import { askInParts } from "~/data/in-parts.server";

test("every id is asked about once, at most a hundred at a time, and the answers keep their order", async () => {
  const ids = Array.from({ length: 250 }, (_, n) => String(n));
  const sizes: number[] = [];
  const answers = await askInParts(ids, async (part) => {
    sizes.push(part.length);
    return part.map((id) => `of ${id}`);
  });
  expect(sizes).toEqual([100, 100, 50]);
  expect(answers).toEqual(ids.map((id) => `of ${id}`));
  expect(await askInParts([], () => Promise.reject(new Error("asked")))).toEqual([]);
});
