import { describe, expect, it } from "vitest";

import { readHtml } from "../../../server/intake";
import { stripSource } from "../../../server/intake/strip-source";
import { page, paragraphs } from "./html-pages";

describe("hostile markup", () => {
  it.each([
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/alert></SCRIPT >",
    "<scr<script>x</script>ipt>alert(1)</script>",
    "<script>alert(1)</script\t\nfoo>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><mglyph><style><img src onerror=alert(1)></style></mglyph></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>link</a>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><script>alert(1)</script></textarea>",
    "<style>@import 'javascript:alert(1)'</style>",
    "<object data='javascript:alert(1)'>x</object>",
    "<p style='background:url(javascript:alert(1))'>styled</p>",
    "<title>\u0130\u0130\u0130\u0130\u0130</title><script>alert(1)</script>",
  ])("leaves nothing but text: %s", (attack) => {
    const read = readHtml(page("", `${paragraphs}${attack}${paragraphs}`));
    expect(read.ok).toBe(true);
    const everything = JSON.stringify(read);
    expect(everything).not.toMatch(/<\/?[a-z]|onerror|onload|javascript:/i);
    expect(everything).not.toMatch(/evil\.example|@import/);
  });

  it("is text when it was written as text", () => {
    const read = readHtml(page("", `<p>&lt;img src=x onerror=alert(1)&gt;</p>${paragraphs}`));
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.value.text).toContain("<img src=x onerror=alert(1)>");
  });
});

describe("a page made to harm its reader", () => {
  const p = paragraphs;
  it.each([
    ["100,000 nested elements", "<div>".repeat(100_000) + p],
    ["20,000 nested elements", "<div>".repeat(20_000) + p],
    ["300 nested elements", "<div>".repeat(300) + p],
    ["nested formatting", "<b><i>".repeat(10_000) + p],
    ["nested tables", "<table><tr><td>".repeat(8_000) + p],
    ["100,000 elements", "<p>x</p>".repeat(100_000) + p],
    ["40,000 elements that are not closed", "<p>x".repeat(40_000) + p],
    ["500,000 signs", "<".repeat(500_000) + p],
    ["400,000 entities", "&amp;".repeat(399_000) + p],
    ["3 million characters", `<p>${"word ".repeat(600_000)}</p>`],
    ["a million characters of text", `<p>${"word ".repeat(200_000)}</p>`],
    ["2 million non-breaking spaces", `<p>${"\u00a0".repeat(1_900_000)}</p>${p}`],
    ["250,000 attributes", `<div ${attributes(250_000)}>x</div>${p}`],
    ["900,000 classes", `<div class="${"a ".repeat(900_000)}">x</div>${p}`],
    ["scripts that never end", "<script>".repeat(240_000) + p],
    ["comments that never end", "<!--".repeat(490_000) + p],
  ])("is refused for %s", (_what, html) => {
    expect(readHtml(html)).toMatchObject({ ok: false, error: { kind: "too_complex" } });
  });

  it.each([
    ["long lists", `<ol>${"<li>x".repeat(20_000)}</ol>`],
    ["a style of two million letters", `<div style="${"a:b;".repeat(480_000)}">x</div>`],
    [
      "structured data that nests",
      `<script type="application/ld+json">${"[".repeat(250_000)}</script>`,
    ],
    [
      "structured data in a ring of arrays",
      `<script type="application/ld+json">${"[[],".repeat(9)}`,
    ],
    ["many line breaks", "<br>".repeat(20_000)],
    ["a title of 500,000 letters", `<title>${" | a".repeat(125_000)}</title>`],
    ["quotes that never end", `<a b="${"x ".repeat(20)}`.repeat(5_000)],
    ["150 nested elements", "<div>".repeat(150)],
  ])("is read in spite of %s", (_what, html) => {
    expect(readHtml(`${p}${html}`)).toMatchObject({ ok: true });
  });

  function attributes(count: number): string {
    return Array.from({ length: count }, (_, index) => `a${index}`).join(" ");
  }
});

describe("stripSource", () => {
  it("keeps structured data and drops the rest of the scripts", () => {
    const stripped = stripSource(
      `a<script type="application/ld+json">{"a":1}</script>b<script>c</script><!-- d --><STYLE>e</STYLE>f`,
    );
    expect(stripped.jsonLd).toEqual(['{"a":1}']);
    expect(stripped.html.replace(/\s+/g, "")).toBe("abf");
  });

  it("does not join what stood around a script into a tag", () => {
    expect(stripSource("<scr<script></script>ipt>").html).toBe("<scr ipt>");
  });

  it("leaves an element that is not closed to the parser", () => {
    expect(stripSource("<p>a</p><svg><p>b</p>").html).toBe("<p>a</p><svg><p>b</p>");
  });
});
