import { describe, expect, it, test } from "vitest";

import { initialsOf, presenceWords } from "~/domain/people/presence";

test.each([
  ["Ana Lead", "AL"],
  ["Lena Fischer (demo)", "LF"],
  ["Maria del Carmen Ruiz", "MR"],
  ["Björk", "B"],
  ["élan vital", "ÉV"],
  ["李 小龍", "李小"],
  ["Dr. O'Neil", "DO"],
  ["42", "4"],
  ["   ", "?"],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

describe("the sentence of who is there", () => {
  const where = "in this review now";
  it("names everybody, also those whose avatar is not shown", () => {
    expect(presenceWords(["Ana Lead"], where)).toBe("Ana Lead is in this review now");
    expect(presenceWords(["Ana Lead", "Ben Second"], where)).toBe(
      "Ana Lead and Ben Second are in this review now",
    );
    expect(presenceWords(["Ana", "Ben", "Cai", "Dee", "Eva"], where)).toBe(
      "Ana, Ben, Cai, Dee and Eva are in this review now",
    );
  });
  it("is empty for nobody", () => {
    expect(presenceWords([], where)).toBe("");
  });
});
