import { expect, test } from "vitest";

import { atOneVersion } from "~/web/at-one-version";

/** A claim that goes on to its next version after each of its first questions, as many times as asked. */
function movingClaim(moves: number) {
  let version = 4;
  let left = moves;
  let reads = 0;
  const read = async () => {
    reads += 1;
    const claim = { id: "claim", version };
    if (left > 0) {
      left -= 1;
      version += 1;
    }
    return { claim, decidedAt: version };
  };
  return { read, versionNow: async () => version, reads: () => reads };
}

test("a page that a step fell into is read again, and is of one version", async () => {
  const { read, versionNow, reads } = movingClaim(1);
  expect(await atOneVersion(read, versionNow)).toEqual({
    claim: { id: "claim", version: 5 },
    decidedAt: 5,
  });
  expect(reads()).toBe(2);
});

test("one that nothing fell into is read once, and one that never comes to rest is shown all the same", async () => {
  const still = movingClaim(0);
  await atOneVersion(still.read, still.versionNow);
  expect(still.reads()).toBe(1);
  const restless = movingClaim(100);
  await atOneVersion(restless.read, restless.versionNow);
  expect(restless.reads()).toBe(3);
});

test("what may not be read is answered as it was", async () => {
  const refused = new Response("Not found", { status: 404 });
  await expect(
    atOneVersion(
      () => Promise.reject(refused),
      async () => 1,
    ),
  ).rejects.toBe(refused);
});
