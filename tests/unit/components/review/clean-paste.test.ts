import { readFileSync } from "node:fs";

import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";

import { cleanPaste } from "~/components/review/clean-paste";

const clean = (html: string) =>
  cleanPaste(html, (text) => parseHTML(`<!doctype html><html><body>${text}</body></html>`).document)
    .replace(/\s+/g, " ")
    .trim();

const webPage = readFileSync(
  new URL("../../../support/clipboards/web-page.html", import.meta.url),
  "utf8",
);

describe("what is pasted from a web page", () => {
  it("brings words and safe links, and nothing that acts or tells", () => {
    const html = clean(webPage);
    expect(html).toContain("<h2>The vote</h2>");
    expect(html).toContain('href="https://paper.example/story?id=1"');
    expect(html).toContain("click here");
    expect(html).not.toMatch(/tracker\.example\/(pixel|frame)|script:|data:|taken/);
    expect(html).not.toMatch(/Subscribe|Not for you|Share|drawn/);
    expect(html).toContain("<strong>31 to 12</strong>");
    expect(html).not.toMatch(/ (style|on\w+|ping|data-\w+)=/);
    expect(html).not.toMatch(/<(img|iframe|script|style|svg|button)/);
  });
});

describe("what looks bold", () => {
  it("is bold, and what is bold in name only is not", () => {
    const html =
      '<b style="font-weight:normal">A <span style="color:red;font-style: italic">B</span></b>';
    expect(clean(html)).toBe("A <span><em>B</em></span>");
  });
});

describe("what is copied in the editor itself", () => {
  it("is left as it is", () => {
    const html = '<p data-pm-slice="1 1 []">One <s>two</s></p>';
    expect(clean(html)).toBe(html);
  });
});

describe("lists of Word", () => {
  const item = (words: string, sign: string, level = 1) =>
    `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}</span>${words}</p>`;

  it("become lists with levels, without the signs", () => {
    const html = item("A", "·") + item("B", "o", 2) + item("C", "·") + "<p>D</p>" + item("E", "1.");
    expect(clean(html)).toBe(
      "<div><ul><li><p>A</p><ul><li><p>B</p></li></ul></li><li><p>C</p></li></ul></div>" +
        "<p>D</p><div><ol><li><p>E</p></li></ol></div>",
    );
  });

  it("begin anew where signs of another kind do", () => {
    expect(clean(item("A", "·") + item("B", "1."))).toBe(
      "<div><ul><li><p>A</p></li></ul><ol><li><p>B</p></li></ol></div>",
    );
  });
});
