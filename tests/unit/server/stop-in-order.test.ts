import { expect, test } from "vitest";

import { stopInOrder } from "../../../server/stop-in-order";

test("one thing is stopped after another", async () => {
  const order: string[] = [];
  const slowly = async (name: string) => {
    await Promise.resolve();
    order.push(name);
  };
  const failures = await stopInOrder([
    { what: "rooms", stop: () => slowly("rooms") },
    { what: "nothing", stop: () => undefined },
    { what: "database", stop: () => slowly("database") },
  ]);
  expect(failures).toEqual([]);
  expect(order).toEqual(["rooms", "database"]);
});

test("what fails or never ends keeps nothing else from being stopped, and is told by name", async () => {
  let isStopped = false;
  const failures = await stopInOrder([
    { what: "rooms", stop: () => Promise.reject(new Error("storage is away")) },
    { what: "pool", stop: () => new Promise(() => undefined), within: 1 },
    {
      what: "hook",
      stop: () => {
        throw new Error("thrown at once");
      },
    },
    { what: "database", stop: () => void (isStopped = true) },
  ]);
  expect(isStopped).toBe(true);
  expect(failures.map(({ what, error }) => [what, String(error)])).toEqual([
    ["rooms", "Error: storage is away"],
    ["pool", "Error: pool took longer than 1 ms"],
    ["hook", "Error: thrown at once"],
  ]);
});
