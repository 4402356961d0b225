import { expect, test } from "vitest";

import { readCursor, writeCursor } from "~/domain/report/feed-cursor";

test("a cursor comes back to the microsecond", () => {
  const cursor = { changedAt: "2026-03-01T10:00:00.123456+00:00", slug: "it-rained-1111" };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each(["", "~", "2026-03-01~slug-1", "now~slug-1", "2026-03-01T10:00:00Z~Sl'ug", "a~b~c"])(
  "%j is no cursor",
  (text) => {
    expect(readCursor(text)).toBeNull();
  },
);
