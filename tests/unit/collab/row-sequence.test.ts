import fc from "fast-check";
import { expect, it } from "vitest";

import { RowSequence } from "~/collab/row-sequence";

it("rows come out once and in order, whatever the order, with repeats, in which they are heard of", () => {
  const heard = fc.tuple(fc.nat(20), fc.integer({ min: 0, max: 30 })).chain(([head, count]) =>
    fc.record({
      head: fc.constant(head),
      count: fc.constant(count),
      order: fc.shuffledSubarray(
        Array.from({ length: count * 2 }, (_, i) => head + 1 + Math.floor(i / 2)),
        { minLength: count * 2 },
      ),
      early: fc.array(fc.integer({ min: 1, max: Math.max(1, head) })),
    }),
  );
  fc.assert(
    fc.property(heard, ({ head, count, order, early }) => {
      const rows = new RowSequence<number>(head);
      const taken: number[] = [];
      for (const n of [...early.filter((n) => n <= head), ...order]) {
        rows.add(n, n);
        for (let next = rows.take(); next; next = rows.take()) taken.push(next.row);
      }
      expect(taken).toEqual(Array.from({ length: count }, (_, i) => head + 1 + i));
      expect(rows.head).toBe(head + count);
      expect(rows.hasGap).toBe(false);
    }),
  );
});
