import { expect, test } from "vitest";

import { sourceAsked, sourceName, sourcesLike } from "~/components/review/footnotes/source-query";

const source = (number: number, title: string, url = "") => ({
  id: `s${number}`,
  number,
  title,
  url,
});
const sources = [
  source(1, "Minutes of the council", "https://council.example/2024"),
  source(2, "Letter of the mayor"),
  source(12, "", "https://paper.example/bridge"),
];
const found = (query: string) => sourcesLike(query, sources).map(({ number }) => number);

test("a source is asked for by what stands behind the last open bracket", () => {
  expect(sourceAsked("He said so [")).toBe("");
  expect(sourceAsked("[sic] and [minu")).toBe("minu");
  expect(sourceAsked("[sic]")).toBeNull();
  expect(sourceAsked("no bracket")).toBeNull();
  expect(sourceAsked("[one\nline")).toBeNull();
  // A footnote or a picture of the editor ends it too.
  expect(sourceAsked("[one\ufffcmore")).toBeNull();
  expect(sourceAsked(`[${"x".repeat(61)}`)).toBeNull();
});

test("sources are found by number and by words of title or address, in their order", () => {
  expect(found("")).toEqual([1, 2, 12]);
  expect(found("1")).toEqual([1, 12]);
  expect(found("2")).toEqual([1, 2]);
  expect(found("THE mayor")).toEqual([2]);
  expect(found("bridge")).toEqual([12]);
  expect(found("nothing")).toEqual([]);
});

test("a source without a title is called by its address, and without one by its number", () => {
  expect(sourceName(source(3, "A", "https://a.example/"))).toBe("A");
  expect(sourceName(source(3, "", "https://a.example/"))).toBe("https://a.example/");
  expect(sourceName(source(3, ""))).toBe("Evidence 3");
});
