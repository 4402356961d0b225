import { statSync, utimesSync } from "node:fs";

import { expect, test } from "vitest";

import { currentBundle } from "../../../../server/cli/bundle.mjs";

test("the command line is bundled once, and again when one of its sources has changed", async () => {
  const first = await currentBundle();
  expect(await currentBundle()).toBe(first);
  const source = "app/domain/claim/span.ts";
  const { atime, mtime } = statSync(source);
  try {
    utimesSync(source, atime, new Date(mtime.getTime() + 1_000));
    expect(await currentBundle()).not.toBe(first);
  } finally {
    utimesSync(source, atime, mtime);
  }
});
