import { describe, expect, it } from "vitest";

import { readMarkdown } from "../../../server/intake";

function textOf(markdown: string): string {
  const read = readMarkdown(markdown);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.text;
}

describe("Markdown text", () => {
  it.each([
    ["# Title #1\n\ntext", "Title #1\n\ntext"],
    ["Title\n=====\n\ntext", "Title\n\ntext"],
    ["> quoted\n>\n> > twice", "quoted\n\ntwice"],
    ["* one\n+ two\n- [x] three\n  * nested", "- one\n- two\n- three\n  - nested"],
    ["1. one\n2. two", "1. one\n2. two"],
    [
      'a [link](https://a.example/x_(y) "t") and [another][ref]\n\n[ref]: https://b.example',
      "a link and another",
    ],
    ["see ![picture](a.png) here", "see  here"],
    ["<https://a.example/b>", "https://a.example/b"],
    [
      "**bold** and *slanted*, __bold__ and _slanted_, ~~gone~~ and `code`",
      "bold and slanted, bold and slanted, gone and code",
    ],
    ["**bold *and slanted* text**", "bold and slanted text"],
    ["3 * 4 * 5, snake_case_name, 2*3*4", "3 * 4 * 5, snake_case_name, 2*3*4"],
    ["\\*not slanted\\* and \\# no heading", "*not slanted* and # no heading"],
    ["a\n\n---\n\n***\n\nb", "a\n\nb"],
    ["```js\nconst a = *b*;\n```\nafter", "const a = *b*;\nafter"],
    ["| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"],
    ["a footnote[^1].\n\n[^1]: The note.", "a footnote.\n\n The note."],
    ["fish &amp; chips &lt;b&gt;", "fish & chips <b>"],
    ["a <b>bold</b> word<script>alert(1)</script><!-- note -->", "a bold word"],
    ["#hashtag and 5 < 6", "#hashtag and 5 < 6"],
  ])("of %j", (markdown, text) => {
    expect(textOf(markdown).replace(/\n{3,}/g, "\n\n")).toBe(text);
  });

  it.each([
    ["[".repeat(400_000)],
    ["![".repeat(400_000)],
    ["**a ".repeat(300_000)],
    ["*a".repeat(400_000)],
    ["_a ".repeat(400_000)],
    [`${"-".repeat(900_000)}x`],
    [`a${" ".repeat(900_000)}#`],
    ["`".repeat(900_000)],
    ["<a".repeat(400_000)],
    ["> ".repeat(400_000)],
    [`---\ntitle: ${" ".repeat(900_000)}x\n---\ntext`],
    ["\\".repeat(900_000)],
  ])("takes one pass, whatever it is (%#)", (markdown) => {
    expect(readMarkdown(`${markdown}\nend`).ok).toBe(true);
  });
});

describe("front matter", () => {
  it("gives the metadata and is no text", () => {
    const read = readMarkdown(`---
title: "Budget: approved"
author: [Ann Author, 'Bo Writer']
date: 2024-02-05T10:00:00Z # as published
outlet: The Daily
lang: de-AT
source: https://daily.example/budget
nested:
  key: value
---
# Budget

The text.`);
    expect(read).toMatchObject({
      ok: true,
      value: {
        title: "Budget: approved",
        byline: "Ann Author, Bo Writer",
        publishedOn: "2024-02-05",
        outlet: "The Daily",
        language: "de",
        sourceUrl: "https://daily.example/budget",
        text: "Budget\n\nThe text.",
      },
    });
  });

  it("may be TOML, and list its authors line by line", () => {
    expect(readMarkdown(`+++\ntitle = "Budget"\n+++\nText`)).toMatchObject({
      ok: true,
      value: { title: "Budget", text: "Text" },
    });
    expect(readMarkdown(`---\nauthors:\n  - Ann\n  - Bo\n---\nText`)).toMatchObject({
      ok: true,
      value: { byline: "Ann, Bo" },
    });
  });

  it("gives no address that cannot be a link", () => {
    const read = readMarkdown(`---\nsource: javascript:alert(1)\ndate: someday\n---\nText`);
    expect(read).toMatchObject({ ok: true, value: { sourceUrl: null, publishedOn: null } });
  });

  it("is text when it does not end", () => {
    expect(textOf("---\ntitle: Budget\n\nText")).toBe("title: Budget\n\nText");
  });
});
