import { describe, expect, it } from "vitest";

import { findPassage } from "~/domain/article/drift/find-passage";

const text = "😀 The council (of Bath) voted.\n\nIt rained. The council left. It rained.";

describe("a passage that a person has selected or typed", () => {
  it("is found however its blanks are set, in code points, with the words as they stand there", () => {
    const words = "council (of  Bath)\r\nvoted.  It";
    expect(findPassage(text, words, null)).toEqual({
      ok: true,
      value: { start: 6, end: 34, words: "council (of Bath) voted.\n\nIt" },
    });
  });

  it("that stands there several times is the one that was selected, and else none", () => {
    const last = [...text].length - "It rained.".length;
    expect(findPassage(text, "It rained.", last)).toMatchObject({ value: { start: last } });
    expect(findPassage(text, "It rained.", 30)).toMatchObject({ value: { start: 32 } });
    expect(findPassage(text, "It rained.", null)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/2 times/),
    });
  });

  it.each(["", "  \n", "The town council", "x".repeat(5_001), "council .of"])(
    "that is not there is refused: %j",
    (words) => expect(findPassage(text, words, 0).ok).toBe(false),
  );
});
