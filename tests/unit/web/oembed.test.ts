import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";

import { embeddedSlug, embedSize } from "~/domain/report/embed";
import { oembed, writeOembed } from "~/web/oembed.server";

import { naughtyStrings } from "../../support/naughty-strings";
import { publishedVerdict } from "../../support/reports";

const site = "https://desk.example";
const none = { width: null, height: null };

test("whatever the claim is, the frame is one element, with the claim as its title", () => {
  for (const words of [...naughtyStrings, `"></iframe><script>alert(1)</script>`]) {
    const answer = oembed(publishedVerdict({ shortClaim: words }), none, site);
    const { document } = parseHTML(`<!doctype html><html><body>${answer.html}</body></html>`);
    const elements = [...document.body.querySelectorAll("*")];
    expect(elements.map(({ localName }) => localName)).toEqual(["iframe"]);
    expect([...(elements[0]?.attributes ?? [])].map(({ name }) => name).toSorted()).toEqual([
      "height",
      "loading",
      "referrerpolicy",
      "sandbox",
      "src",
      "style",
      "title",
      "width",
    ]);
    expect(elements[0]?.getAttribute("title")).toBe(`Mostly true: ${words}`);
    expect(elements[0]?.getAttribute("src")).toBe(`${site}/embed/it-rained-1111`);
    expect(XMLValidator.validate(writeOembed(answer, "xml"))).toBe(true);
    expect(JSON.parse(writeOembed(answer, "json"))).toEqual(answer);
  }
});

test("it has what oEmbed asks of the type rich, in both forms", () => {
  const answer = oembed(publishedVerdict(), { width: 300, height: null }, site);
  expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 300, height: 300 });
  const { oembed: read } = new XMLParser({ parseTagValue: false }).parse(
    writeOembed(answer, "xml"),
  );
  expect(read).toMatchObject({ version: "1.0", type: "rich", width: "300", html: answer.html });
});

test("a retracted verdict is embedded as retracted", () => {
  const notice = { kind: "retracted" as const, reason: "Forged", since: "2026-03-02T10:00:00Z" };
  expect(oembed(publishedVerdict({ notice }), none, site).title).toBe(
    "Retracted: It rained in Rome",
  );
});

test.each([
  [null, null, 600, 300],
  [400, 200, 400, 200],
  [9_999, 9_999, 600, 300],
  [NaN, -1, 600, 300],
  [0.5, 0, 600, 300],
])("at most %s by %s is %s by %s", (width, height, w, h) => {
  expect(embedSize(width, height)).toEqual({ width: w, height: h });
});

test.each([
  [`${site}/claims/it-rained-1111`, "it-rained-1111"],
  [`${site}/claims/it-rained-1111/?utm=x#evidence`, "it-rained-1111"],
  [`${site}/embed/it-rained-1111`, "it-rained-1111"],
  ["http://desk.example/claims/it-rained-1111", "it-rained-1111"],
  ["https://desk.example.evil.example/claims/it-rained-1111", null],
  ["https://desk.example@evil.example/claims/it-rained-1111", null],
  [`${site}/reports/rome`, null],
  [`${site}/claims/../desk`, null],
  ["javascript:alert(1)", null],
  ["claims/it-rained-1111", null],
])("%s is about %s", (address, slug) => {
  expect(embeddedSlug(address, site)).toBe(slug);
});
