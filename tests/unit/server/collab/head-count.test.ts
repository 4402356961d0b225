import { describe, expect, it } from "vitest";

import { HeadCount } from "../../../../server/collab/head-count";

describe("the number of open sockets", () => {
  it("is bounded for a room, for a person, and for all", () => {
    const count = new HeadCount({ perPerson: 2, perRoom: 3, all: 4 });
    count.enter("c1", "ann");
    count.enter("c1", "ann");
    expect(count.isFull("c2", "ann")).toBe(true);
    expect(count.isFull("c1", "ben")).toBe(false);
    count.enter("c1", "ben");
    expect(count.isFull("c1", "cat")).toBe(true);
    expect(count.isFull("c2", "cat")).toBe(false);
    count.enter("c2", "cat");
    expect(count.isFull("c3", "dora")).toBe(true);
    count.leave("c1", "ann");
    expect(count.isFull("c3", "dora")).toBe(false);
    expect(count.isFull("c1", "ann")).toBe(false);
  });
});
