import fc from "fast-check";
import { expect, test } from "vitest";

import { defaultTexts } from "~/domain/site/default-texts";
import { readPageText } from "~/domain/site/page-text";
import { richTextSchema, type RichText } from "~/domain/verdict/rich-text";

import { naughtyStrings } from "../../../support/naughty-strings";

const read = (text: string) => readPageText(text, "https://desk.test");

test("paragraphs, headings, lists, quotations, bold, italic and links are read", () => {
  expect(
    read("# Who\n\nWe **are** *a\ndesk*.\n\n### Where\n\n1. Here\n2. There\n\n> Said\n>\n> - so"),
  ).toEqual([
    { type: "heading", level: 2, runs: [{ text: "Who" }] },
    {
      type: "paragraph",
      runs: [
        { text: "We " },
        { text: "are", bold: true },
        { text: " " },
        { text: "a\ndesk", italic: true },
        { text: "." },
      ],
    },
    { type: "heading", level: 3, runs: [{ text: "Where" }] },
    {
      type: "list",
      ordered: true,
      items: [
        [{ type: "paragraph", runs: [{ text: "Here" }] }],
        [{ type: "paragraph", runs: [{ text: "There" }] }],
      ],
    },
    {
      type: "quote",
      blocks: [
        { type: "paragraph", runs: [{ text: "Said" }] },
        { type: "list", ordered: false, items: [[{ type: "paragraph", runs: [{ text: "so" }] }]] },
      ],
    },
  ]);
});

test.each([
  ["[a](/corrections)", "https://desk.test/corrections"],
  ["[a](https://other.test/x)", "https://other.test/x"],
  ["[a](//other.test)", undefined],
  ["[a](/\\other.test)", undefined],
  ["[a](javascript:alert(1))", undefined],
  ["[a](data:text/html,x)", undefined],
  ["[a](https://me:secret@other.test)", undefined],
  ["[a](corrections)", undefined],
])("%s leads to %s", (text, href) => {
  expect(read(text)).toEqual([
    { type: "paragraph", runs: [{ text: "a", ...(href !== undefined && { href }) }] },
  ]);
});

test("HTML and code are the characters that were typed", () => {
  expect(read("<script>alert(1)</script>")).toEqual([
    { type: "paragraph", runs: [{ text: "<script>alert(1)</script>" }] },
  ]);
  expect(read("a <b>b</b> `c` ![d](https://x.test/d.png)")).toEqual([
    {
      type: "paragraph",
      runs: ["a ", "<b>", "b", "</b>", " ", "c", " ", "d"].map((text) => ({ text })),
    },
  ]);
});

const isRichText = (blocks: RichText) => richTextSchema.safeParse(blocks).success;

test("whatever is typed is rich text, however deep", () => {
  for (const text of naughtyStrings) expect(isRichText(read(text))).toBe(true);
  expect(isRichText(read(`${"> ".repeat(60)}deep`))).toBe(true);
  expect(JSON.stringify(read(`${"> ".repeat(60)}deep`))).toContain("deep");
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom("#", "*", "_", "[", "](", ")", ">", "- ", "1. ", "\n", "a", "<", "`", " "),
        {
          maxLength: 60,
        },
      ),
      (parts) => isRichText(read(parts.join(""))),
    ),
  );
});

test("what comes with the program is read whole, and its links lead to pages of the site", () => {
  for (const text of Object.values(defaultTexts)) {
    if (text === null) continue;
    const blocks = read(text);
    expect(isRichText(blocks)).toBe(true);
    expect(JSON.stringify(blocks)).not.toMatch(/[\][]\(/);
  }
});
