import { expect, test } from "vitest";

import { PageMemory } from "../../../../../server/http/readers/page-memory";

const page = (body: string) => ({ body, headers: {} });

test("a page is kept under its stamp, for a time, and is another one under another stamp", () => {
  let now = 0;
  const memory = new PageMemory({ most: 100, keepFor: 10 }, () => now);
  memory.keep("/a", "1", page("first"));
  expect(memory.find("/a", "1")).toEqual(page("first"));
  expect(memory.find("/b", "1")).toBeNull();
  expect(memory.find("/a", "2")).toBeNull();
  // What was true once is not true again.
  expect(memory.find("/a", "1")).toBeNull();

  memory.keep("/a", "2", page("second"));
  now = 9;
  expect(memory.find("/a", "2")).toEqual(page("second"));
  now = 10;
  expect(memory.find("/a", "2")).toBeNull();
});

test("what nobody asked for longest makes room, and a page too large for all is not kept", () => {
  const memory = new PageMemory({ most: 20, keepFor: 10 }, () => 0);
  for (const name of ["/a", "/b", "/c"]) {
    memory.keep(name, "1", page("1234"));
    memory.find("/a", "1");
  }
  memory.keep("/d", "1", page("1234"));
  expect(["/a", "/b", "/c", "/d"].map((name) => memory.find(name, "1") !== null)).toEqual([
    true,
    false,
    true,
    true,
  ]);
  memory.keep("/e", "1", page("1".repeat(30)));
  expect(memory.find("/e", "1")).toBeNull();
  memory.keep("/f", "1", page("123456789012345678"));
  expect(memory.find("/f", "1")).not.toBeNull();
});
