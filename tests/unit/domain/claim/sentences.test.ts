import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cutSentences } from "~/domain/claim/sentences";

function cut(text: string): string[] {
  return cutSentences(text, { start: 0, end: text.length }).map((span) =>
    text.slice(span.start, span.end),
  );
}

describe("one sentence", () => {
  test.each([
    "Dr. J. P. Silva met Mr. Smith in the U.S. Senate.",
    "He turned to page No. 5 on Jan. 3 and read it.",
    "“Why now?” asked the minister.",
    "“Why now?” Maria Lopes asked.",
    "“It is over!” he said.",
    "Sales rose by 3.5 percent, e.g. in Rome.",
    "Albert I. Jones met Assoc. Prof. Lee at Mt. Fuji (c. 1818).",
    "He boarded Air Force One in Minneapolis and left for the coast.",
    "An outbreak of Hepatitis A in the city was over by June.",
    "It lifted off at 8:51 p.m. (1451 GMT) from the launch site.",
    "The decisions known as Abbott v. Burke date from the 1970s.",
    "The paper — The Times of Malta — said so.",
    "She wrote to Prof.Miller and looked at Example.Com for it.",
  ])("%s", (text) => {
    expect(cut(text)).toEqual([text]);
  });
});

describe("several sentences", () => {
  test.each([
    ["He left.” ”We stay.", ["He left.”", "”We stay."]],
    ["They met on Monday.Ann Lee was there.", ["They met on Monday.", "Ann Lee was there."]],
    ["Nobody was hurt.A crowd came.", ["Nobody was hurt.", "A crowd came."]],
    [
      "He said: ‘Stand by him.’Meanwhile, rain fell.",
      ["He said: ‘Stand by him.’", "Meanwhile, rain fell."],
    ],
    [
      "“We won. We are happy,” he said. Nobody else spoke.",
      ["“We won.", "We are happy,” he said.", "Nobody else spoke."],
    ],
    [
      "It happened in the U.S. The army denied it.",
      ["It happened in the U.S.", "The army denied it."],
    ],
    [
      "They found hepatitis B or C. Additionally, many were ill.",
      ["They found hepatitis B or C.", "Additionally, many were ill."],
    ],
    ["He paid 5 euros. She paid 6.", ["He paid 5 euros.", "She paid 6."]],
    [
      "It will rain.” Lopes said her party would stay away.",
      ["It will rain.”", "Lopes said her party would stay away."],
    ],
    ["They met at 6 p.m. Mr. Lee left.", ["They met at 6 p.m.", "Mr. Lee left."]],
    [
      "He was born in Rome. [17] She was not. [18]",
      ["He was born in Rome. [17]", "She was not. [18]"],
    ],
    ["A cat on a wall Image: Ann Lee.", ["A cat on a wall", "Image: Ann Lee."]],
    [
      "Thursday, May 7, 2015 The council met and voted.",
      ["Thursday, May 7, 2015", "The council met and voted."],
    ],
    [
      "Evansville, Indiana, United States - This week the museum opened.",
      ["Evansville, Indiana, United States -", "This week the museum opened."],
    ],
    [
      "New mayor for Porto In the city of Porto the council elected Ann Lee on Monday.",
      ["New mayor for Porto", "In the city of Porto the council elected Ann Lee on Monday."],
    ],
    ["The vote was lost.The council left.", ["The vote was lost.", "The council left."]],
    ["why not? because nobody asked.", ["why not?", "because nobody asked."]],
    ["1. The first item.", ["1. The first item."]],
    ["今日は晴れ。明日は雨。", ["今日は晴れ。", "明日は雨。"]],
  ])("%s", (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test("a line break inside a paragraph ends nothing", () => {
    expect(cut("The army\ndenied it. Nobody\nasked.")).toEqual([
      "The army\ndenied it.",
      "Nobody\nasked.",
    ]);
  });
});

test("sentences are in order, apart, and hold every letter", () => {
  const piece = fc.constantFrom(
    "Mr.",
    "He",
    "left.",
    "“Why?”",
    "U.S.",
    "\n",
    " ",
    "”",
    "5.",
    "and",
    "😀",
    "\ud83d",
    "…",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(" ");
      let last = 0;
      let rest = "";
      for (const span of cutSentences(text, { start: 0, end: text.length })) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        rest += text.slice(last, span.start);
        last = span.end;
      }
      expect((rest + text.slice(last)).trim()).toBe("");
    }),
  );
});

test("a window of the segmenter cuts nothing that a whole view would not", () => {
  const sentence = `The ${"very ".repeat(300)}long sentence ends here.`;
  const text = Array.from({ length: 20 }, () => sentence).join(" ");
  expect(cut(text)).toEqual(Array.from({ length: 20 }, () => sentence));
});

test("a sentence longer than the window stays whole", () => {
  const long = `The ${"very ".repeat(3000)}long sentence ends here.`;
  expect(cut(`${long} It is over.`)).toEqual([long, "It is over."]);
});
