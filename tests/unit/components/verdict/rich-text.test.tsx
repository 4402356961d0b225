import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { EvidenceList } from "~/components/verdict/evidence-item";
import { RichText } from "~/components/verdict/rich-text";
import type { RichText as Blocks, TableCell } from "~/domain/verdict/rich-text";

import { evidence } from "../../../support/drafts";

const cell = (text: string, header = false): TableCell => ({
  ...(header ? { header: true as const } : {}),
  blocks: [{ type: "paragraph", runs: [{ text }] }],
});
const draw = (blocks: Blocks, sources = [evidence({ id: "a" }), evidence({ id: "b" })]) =>
  renderToStaticMarkup(<RichText blocks={blocks} sources={sources} />);

test("a table has a heading for each column, and for each row where its first cell is one", () => {
  const html = draw([
    {
      type: "table",
      rows: [
        [cell("Year", true), cell("Votes", true)],
        [cell("2024", true), cell("31")],
      ],
    },
  ]);
  expect(html).toMatch(/<thead><tr><th scope="col">.*Year.*<th scope="col">.*Votes.*<\/thead>/);
  expect(html).toMatch(/<tbody><tr><th scope="row">.*2024.*<td>.*31.*<\/tbody>/);
});

test("a table without a heading row has no head", () => {
  const html = draw([{ type: "table", rows: [[cell("2024", true), cell("31")]] }]);
  expect(html).not.toContain("<thead>");
  expect(html).toContain('<th scope="row">');
});

test("text in cells that looks like markup is text", () => {
  const html = draw([{ type: "table", rows: [[cell("<img src=x onerror=alert(1)>")]] }]);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(html).not.toContain("<img");
});

test("a footnote leads to its source, and the source back to each place", () => {
  const blocks: Blocks = [
    { type: "paragraph", runs: [{ text: "So." }, { footnote: "b" }] },
    { type: "paragraph", runs: [{ text: "And so." }, { footnote: "b" }] },
  ];
  const sources = [evidence({ id: "a" }), evidence({ id: "b", title: 'A "title" <b>' })];
  const text = draw(blocks, sources);
  expect(text).toContain('<sup id="footnote-1" class="footnote"><a href="#source-2"');
  expect(text).toContain('<sup id="footnote-2" class="footnote"><a href="#source-2"');
  expect(text).toContain('title="A &quot;title&quot; &lt;b&gt;"');
  const list = renderToStaticMarkup(<EvidenceList evidence={sources} rationale={blocks} />);
  expect(list).toMatch(/id="source-2".*href="#footnote-1".*href="#footnote-2"/);
  expect(list.match(/doc-backlink/g)).toHaveLength(2);
});

test("a footnote of no source says so, and leads nowhere, whatever its id says", () => {
  const hostile = '"><script>alert(1)</script>';
  const html = draw([{ type: "paragraph", runs: [{ footnote: hostile }] }]);
  expect(html).toContain("[source was removed]");
  expect(html).not.toContain("script");
  expect(html).not.toContain("<a");
});
