import { parseHTML } from "linkedom";
import { expect, test } from "vitest";

import { evenPastedTables, mostPastedCells } from "~/components/review/table/pasted-tables";

const parse = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document;
const clean = (html: string) => evenPastedTables(html, parse);
const rowsOf = (html: string) =>
  [...parse(clean(html)).querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("td, th")].map((cell) => cell.textContent?.trim()),
  );

test("what has no table is left as it is", () => {
  const html = '<p style="x">One <b>two</b></p>';
  expect(
    evenPastedTables(html, () => {
      throw new Error("nothing is to be parsed");
    }),
  ).toBe(html);
});

test("cells that span others are evened out, so that each word keeps its column and row", () => {
  const html = `<table>
    <tr><th colspan="2">Both</th><th rowspan="2">Sum</th></tr>
    <tr><td>1</td><td>2</td></tr>
    <tr><td rowspan="2">a</td><td>b</td><td>c</td></tr>
    <tr><td>d</td><td>e</td></tr></table>`;
  expect(rowsOf(html)).toEqual([
    ["Both", "", "Sum"],
    ["1", "2", ""],
    ["a", "b", "c"],
    ["", "d", "e"],
  ]);
  expect(clean(html)).not.toMatch(/colspan|rowspan/);
});

test.each(["0", "-1", "many", "1e9", "1.5"])("a span of %s harms nothing", (span) => {
  const html = `<table><tr><td colspan="${span}">a</td><td rowspan="${span}">b</td></tr></table>`;
  expect(clean(html)).toContain("a");
  expect(clean(html).length).toBeLessThan(100_000);
});

test("a caption stands before the table, and a table in a cell becomes text", () => {
  const html = `<table><caption>Votes</caption><tr><td>1</td><td>
    <table><tr><td>in</td><td>side</td></tr></table></td></tr></table>`;
  expect(clean(html)).toMatch(/^<p>Votes<\/p><table>/);
  expect(clean(html).match(/<table/g)).toHaveLength(1);
  expect(clean(html)).toContain("<p>in\tside</p>");
});

test("a table that only lays out a page is taken apart", () => {
  expect(clean("<table><tr><td><p>One</p></td></tr></table>")).toBe("<div><p>One</p></div>");
  const two = '<table role="presentation"><tr><td>One</td><td>Two</td></tr></table>';
  expect(clean(two)).toBe("<div>One</div><div>Two</div>");
});

test("one that is too large becomes a line of text for each row", () => {
  const row = `<tr>${"<td>x</td>".repeat(10)}</tr>`;
  const html = `<table>${row.repeat(mostPastedCells / 10 + 1)}</table>`;
  expect(clean(html)).not.toContain("<table");
  expect(clean(html).match(/<p>/g)).toHaveLength(mostPastedCells / 10 + 1);
});
