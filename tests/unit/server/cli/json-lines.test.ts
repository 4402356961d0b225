import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { cli } from "./run-cli";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-lines-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lines = (...values: unknown[]) =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const parsed = (stdout: string): unknown[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));

describe("score", () => {
  test("labels every sentence and names the lines it could not read", () => {
    const { stdout, stderr, status } = cli(
      ["score", "-"],
      lines(
        { id: "a", text: "Unemployment rose from 4 to 7 percent since 2015." },
        "{not json",
        { id: 2, text: "Thank you.\u2028Good evening." },
        "",
        { id: "c" },
        { id: "d", text: "Le gouvernement a annoncé une réforme des retraites." },
        { id: "e", text: "\ud800 \0 😀" },
      ),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/line 2: this is not JSON/);
    expect(stderr).toMatch(/line 5: “text”/);
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(parsed(stdout)).toMatchObject([
      { id: "a", label: 1 },
      { id: 2, label: 0 },
      { id: "d", label: 0, score: 0, note: "not English" },
      { id: "e", label: 0 },
    ]);
  });

  test("keeps the order of thousands of lines", () => {
    const many = Array.from({ length: 5000 }, (_, id) => ({ id, text: `It cost ${id} euros.` }));
    const { stdout, status } = cli(["score", file("many.jsonl", lines(...many))]);
    expect(status).toBe(0);
    expect(parsed(stdout)).toHaveLength(5000);
    expect(parsed(stdout).at(-1)).toMatchObject({ id: 4999 });
  });
});

test("sentences cuts every paragraph of every document", () => {
  const { stdout, status } = cli(
    ["sentences", "-"],
    lines({ doc: "a", paragraphs: ["Mr. Lee left. He ran.", ""] }, { doc: "b", paragraphs: [] }),
  );
  expect(status).toBe(0);
  expect(parsed(stdout)).toEqual([
    { doc: "a", par: 0, sentences: ["Mr. Lee left.", "He ran."] },
    { doc: "a", par: 1, sentences: [] },
  ]);
});

describe("match", () => {
  const claims = lines(
    { id: 7, text: "The measles vaccine causes autism.", title: "Measles vaccine and autism" },
    { id: "shark", text: "A photograph shows a shark on a flooded motorway.", title: null },
  );

  test("ranks known claims for every query, with the ids as they were given", () => {
    const { stdout, status } = cli([
      "match",
      "--against",
      file("claims.jsonl", claims),
      "--queries",
      file("queries.jsonl", lines({ id: "q", text: "measles vaccines cause autism" })),
    ]);
    expect(status).toBe(0);
    expect(parsed(stdout)).toEqual([
      { id: "q", ranked: [7], confidence: expect.closeTo(1, 0) as number },
    ]);
  });

  test("says that there is no match, or nothing to match against", () => {
    const against = file("claims2.jsonl", claims);
    const { stdout } = cli(["match", "The bridge was closed.", "--against", against, "--json"]);
    expect(parsed(stdout)).toEqual([{ match: null, confidence: 0, ranked: [], known: 2 }]);
    expect(cli(["match", "The bridge was closed."]).stdout).toMatch(/nothing to match against/);
  });

  test("does not stop at a bad line", () => {
    const { stdout, stderr, status } = cli(
      ["match", "--against", file("claims3.jsonl", `nonsense\n${claims}`), "--queries", "-"],
      lines({ id: "q", text: "shark on the motorway" }),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/claims3.jsonl, line 1/);
    expect(parsed(stdout)).toMatchObject([{ id: "q", ranked: ["shark"] }]);
  });
});

test.each([
  ["score"],
  ["score", "a", "b"],
  ["sentences", "--nonsense"],
  ["match"],
  ["match", "--queries", "-"],
])("does not understand %s %s %s", (...args) => {
  const { status, stderr } = cli(args);
  expect(status).toBe(2);
  expect(stderr).not.toBe("");
});

test.each([["score"], ["sentences"]])("%s says when a file cannot be read", (command) => {
  const { status, stderr } = cli([command, join(folder, "missing.jsonl")]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/cannot be read/);
});
