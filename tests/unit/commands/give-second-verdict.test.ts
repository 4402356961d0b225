import { describe, expect, test } from "vitest";

import { secondVerdictInput } from "~/commands/give-second-verdict";

const form = {
  intent: "decide",
  claimId: "5b6bd1a4-7b1c-4f2e-8f51-6c2b6a6a3f11",
  version: "4",
  rating: "false",
  reason: " It is not so. ",
};

describe("the form of a second verdict", () => {
  test("names the sources that were relied on, by ids with dots in them too", () => {
    const parsed = secondVerdictInput.parse({
      ...form,
      "sources.a.b": "refutes",
      "sources.c": "",
      "found.1.url": " https://paper.example/x ",
      "found.1.note": "Twelve abstained.",
    });
    expect(parsed.reason).toBe("It is not so.");
    expect(parsed.sources).toEqual([{ id: "a.b", stance: "refutes" }]);
    expect(parsed.found?.filter(({ url }) => url !== "")).toEqual([
      { url: "https://paper.example/x", note: "Twelve abstained." },
    ]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "paper.example",
    "https://paper.example/a b",
    "https://user:secret@paper.example/",
    "https://paper.example/\u202egnp.exe",
    `https://paper.example/${"x".repeat(2000)}`,
  ])("refuses %j as the address of a source, beside its field", (url) => {
    const parsed = secondVerdictInput.safeParse({ ...form, "found.0.url": url });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain("found.0.url");
  });

  test("refuses a note without an address", () => {
    const parsed = secondVerdictInput.safeParse({ ...form, "found.2.note": "Somewhere" });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["found.2.url"]);
  });

  test("refuses a reading that is none", () => {
    expect(secondVerdictInput.safeParse({ ...form, "sources.a": "perhaps" }).success).toBe(false);
  });
});
