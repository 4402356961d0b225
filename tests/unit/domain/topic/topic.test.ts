import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  effectiveTopics,
  offeredTopics,
  topicChange,
  topicName,
  topicsNamed,
  type Topic,
} from "~/domain/topic/topic";

const topic = (name: string, retiredAt: string | null = null): Topic => ({
  id: name.toLowerCase(),
  name,
  retiredAt,
});
const desk = [topic("War"), topic("energy"), topic("Éire", "2026-01-01T00:00:00Z")];

test("a claim has the topics of its article and its own, each once", () => {
  const held = { article: ["war", "energy"], claims: { a: ["energy", "health"] } };
  expect(effectiveTopics(held, "a")).toEqual(["war", "energy", "health"]);
  expect(effectiveTopics(held, "b")).toEqual(["war", "energy"]);
});

test("a retired topic is offered where it is held, and nowhere else", () => {
  expect(offeredTopics(desk, []).map(({ name }) => name)).toEqual(["energy", "War"]);
  expect(offeredTopics(desk, ["éire"]).map(({ name }) => name)).toEqual(["Éire", "energy", "War"]);
  expect(topicsNamed(desk, ["war", "éire", "gone"]).map(({ name }) => name)).toEqual([
    "Éire",
    "War",
  ]);
});

describe("what somebody changed", () => {
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdef"));
  test("brings what the page showed to what was chosen, and touches nothing else", () => {
    fc.assert(
      fc.property(ids, ids, ids, (shown, chosen, meanwhile) => {
        const { add, remove } = topicChange(shown, chosen);
        const now = new Set([...shown, ...meanwhile].filter((id) => !remove.includes(id)));
        for (const id of add) now.add(id);
        for (const id of chosen) expect(now).toContain(id);
        for (const id of shown) if (!chosen.includes(id)) expect(now).not.toContain(id);
        // What somebody else added meanwhile stays, unless this page showed it and it was taken away.
        for (const id of meanwhile) if (!shown.includes(id)) expect(now).toContain(id);
        expect(add.filter((id) => shown.includes(id))).toEqual([]);
        expect(remove.filter((id) => chosen.includes(id))).toEqual([]);
      }),
    );
  });
});

test("a name has no spare blanks, and between 1 and 60 characters", () => {
  expect(topicName.parse("  Public \n health ")).toBe("Public health");
  expect(topicName.safeParse("   ").success).toBe(false);
  expect(topicName.safeParse("x".repeat(61)).success).toBe(false);
});
