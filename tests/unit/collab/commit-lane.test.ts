import { expect, test } from "vitest";

import { CommitLane, PendingEdit } from "~/collab/commit-lane";
import type { RowOutcome } from "~/collab/store";

const update = new Uint8Array([0, 0]);

/** Storage that answers when it is told to, and the claims of each statement it was given. */
function slowStorage() {
  const statements: string[][] = [];
  const answers: (() => void)[] = [];
  const lane = new CommitLane(
    {
      append: (rows) => {
        statements.push(rows.map(({ claimId }) => claimId));
        const n = statements.length;
        return new Promise<RowOutcome[]>((resolve) =>
          answers.push(() => resolve(rows.map(() => ({ n })))),
        );
      },
    },
    1_000_000,
  );
  const committed: string[] = [];
  const add = (claimId: string) => {
    const edit = new PendingEdit(claimId, "author", () => committed.push(claimId));
    lane.add(edit, update, []);
    return edit;
  };
  return { lane, add, statements, answers, committed };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("another room does not wait for a statement under way, and a third room goes with the next", async () => {
  const { add, statements, answers, committed } = slowStorage();
  add("one");
  await turn();
  add("two");
  await turn();
  const third = [add("three"), add("four")];
  await turn();
  expect(statements).toEqual([["one"], ["two"]]);

  answers[1]?.();
  await expect.poll(() => statements).toEqual([["one"], ["two"], ["three", "four"]]);
  expect(committed).toEqual(["two"]);
  answers[2]?.();
  await Promise.all(third.map(({ settled }) => settled));
  expect(committed).toEqual(["two", "three", "four"]);
});

test("no statement goes beside a large one", async () => {
  const { lane, add, statements, answers } = slowStorage();
  const many = Array.from({ length: 9 }, (_, index) => `room ${index}`);
  for (const claimId of many) add(claimId);
  await turn();
  add("late");
  add("later");
  await turn();
  expect(statements).toEqual([many]);

  answers[0]?.();
  await expect.poll(() => statements).toEqual([many, ["late", "later"]]);
  answers[1]?.();
  await lane.idle();
});

test("a room has one statement under way at a time", async () => {
  const { lane, add, statements, answers, committed } = slowStorage();
  add("one");
  await turn();
  add("one");
  add("two");
  await turn();
  await turn();
  expect(statements).toEqual([["one"], ["two"]]);
  expect(lane.uncommitted).toBe(3);

  answers[0]?.();
  await expect.poll(() => statements).toEqual([["one"], ["two"], ["one"]]);
  answers[1]?.();
  answers[2]?.();
  await lane.idle();
  expect(committed).toEqual(["one", "two", "one"]);
  expect(lane.uncommitted).toBe(0);
});

test("whoever waits for an edit that is taken out of the lane does not wait for ever", async () => {
  const lane = new CommitLane({ append: () => new Promise(() => undefined) }, 1_000_000);
  const edit = new PendingEdit("claim", "author", () => undefined);
  lane.add(edit, new Uint8Array([0, 0]), []);
  lane.remove(edit);
  await expect(edit.settled).resolves.toBeUndefined();
});
