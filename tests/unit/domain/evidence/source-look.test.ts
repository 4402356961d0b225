import { describe, expect, it } from "vitest";

import {
  compareLook,
  lookOutcomes,
  lookWords,
  publicLookWords,
} from "~/domain/evidence/source-look";

const before = `The council met on Monday and talked until midnight.
The bridge costs 31 million euros, and not a cent more.
Nobody objected to the plan in the end, said the mayor.`;
const quoted = ["The bridge costs 31 million euros"];

describe("a later look", () => {
  it.each([
    ["the same", before, quoted, "same"],
    ["other words around it", `Advertisement\n${before}\nRead more`, quoted, "differs"],
    ["another sum", before.replace("31", "48"), quoted, "changed"],
    ["nothing of it", "The domain is for sale.", quoted, "changed"],
    ["no words at all", null, quoted, "changed"],
    ["a line less, and nothing quoted", before.replace("The council met on", "On"), [], "changed"],
    ["a line more, and nothing quoted", `${before}\nRead more about it here.`, [], "differs"],
    // What was never there cannot have gone.
    ["what had not been found before", `${before} x`, ["Something else altogether"], "differs"],
  ] as const)("that finds %s", (_, now, excerpts, outcome) =>
    expect(compareLook(before, now, excerpts)).toBe(outcome),
  );

  it("at what has no words says only that the bytes are others", () => {
    expect(compareLook(null, "Words", [])).toBe("differs");
    expect(compareLook(null, null, [])).toBe("same");
  });

  it("has words for editors, and for readers where it concerns them", () => {
    for (const outcome of lookOutcomes) expect(lookWords[outcome]).toMatch(/^The .*\.$/);
    const told = lookOutcomes.filter((outcome) => publicLookWords(outcome) !== null);
    expect(told).toEqual(["changed", "gone"]);
  });
});
