import { describe, expect, it } from "vitest";

import { readHtml } from "../../../server/intake";
import type { ReadResult } from "../../../server/intake/read-draft";
import { secondReading } from "../../../server/intake/second-reading";
import { stripSource } from "../../../server/intake/strip-source";
import { page, paragraphs, sentence } from "./html-pages";

const whole = [1, 2, 3, 4, 5, 6].map(sentence);
const textOf = (html: string, second: () => string | null): string => {
  const read = readHtml(html, undefined, undefined, second);
  return read.ok ? read.value.text : read.error.kind;
};

describe("two readers of one page", () => {
  it("leave out what only one of them took for the article", () => {
    const html = page("", `<p>By the way</p>${paragraphs}<p>Terms and conditions apply here.</p>`);
    expect(textOf(html, () => whole.join("\n"))).toBe(whole.join("\n\n"));
  });

  it("give what the first found when the second finds nothing, something else or the beginning", () => {
    const html = page("", paragraphs);
    for (const second of [
      null,
      "",
      "Something else that was on the page",
      whole.slice(0, 2).join("\n"),
    ])
      expect(textOf(html, () => second)).toBe(whole.join("\n\n"));
  });

  it("give what the second found when the first finds nothing", () => {
    const html = "<html><body><p>Menu</p></body></html>";
    expect(textOf(html, () => whole.join("\n\n"))).toBe(whole.join("\n\n"));
  });

  it("say so when neither finds anything", () => {
    expect(textOf("<html><body><p>Menu</p></body></html>", () => null)).toBe("no_text");
  });

  it("tell what the first found before the second is asked", () => {
    const told: (ReadResult | "asked")[] = [];
    const second = () => {
      told.push("asked");
      return null;
    };
    const read = readHtml(page("", paragraphs), undefined, (early) => told.push(early), second);
    expect(told).toEqual([read, "asked"]);
  });
});

describe("the second reader", () => {
  it("finds the article by itself", () => {
    const found = secondReading(stripSource(page("", paragraphs)));
    for (const text of whole) expect(found).toContain(text);
  });

  it.each(["", "<p>", "<".repeat(200_000), "<div>".repeat(5_000), "<body><body><frameset>"])(
    "finds nothing where there is nothing, and throws nothing (%#)",
    (html) => {
      expect(secondReading(stripSource(html))).toBeNull();
    },
  );
});
