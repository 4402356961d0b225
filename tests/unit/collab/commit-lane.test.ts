import { expect, test } from "vitest";

import { CommitLane, PendingEdit } from "~/collab/commit-lane";

test("whoever waits for an edit that is taken out of the lane does not wait for ever", async () => {
  const lane = new CommitLane({ append: () => new Promise(() => undefined) }, 1_000_000);
  const edit = new PendingEdit("claim", "author", () => undefined);
  lane.add(edit, new Uint8Array([0, 0]), []);
  lane.remove(edit);
  await expect(edit.settled).resolves.toBeUndefined();
});
