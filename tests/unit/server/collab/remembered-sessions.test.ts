import { expect, it } from "vitest";

import { rememberSessions } from "../../../../server/collab/remembered-sessions";

it("a session is asked for once while it is good, again after a while, and anew when it was not good", async () => {
  const asked: string[] = [];
  const answers = new Map<string, string | null>([["a", "ann"]]);
  let now = 0;
  const sessionOf = rememberSessions(
    async (cookie) => {
      asked.push(cookie);
      if (cookie === "broken") throw new Error("away");
      return answers.get(cookie) ?? null;
    },
    () => now,
  );
  expect(await Promise.all([sessionOf("a"), sessionOf("a"), sessionOf("a")])).toEqual([
    "ann",
    "ann",
    "ann",
  ]);
  expect(asked).toEqual(["a"]);
  now = 11_000;
  await sessionOf("a");
  expect(asked).toEqual(["a", "a"]);

  expect(await sessionOf("b")).toBeNull();
  answers.set("b", "ben");
  expect(await sessionOf("b")).toBe("ben");
  for (const cookie of ["broken", "broken"])
    await expect(sessionOf(cookie)).rejects.toThrow("away");
  expect(asked.slice(2)).toEqual(["b", "b", "broken", "broken"]);
});
