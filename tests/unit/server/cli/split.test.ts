import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

import { cli } from "./run-cli";

const output = z.object({
  language: z.string(),
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      start: z.int(),
      end: z.int(),
      role: z.string(),
      score: z.number().min(0).max(1),
      checkable: z.boolean(),
      attributed: z.boolean(),
      speaker: z.nullable(z.string()),
    }),
  ),
  claims: z.array(
    z.strictObject({
      statement: z.string(),
      inserted: z.array(z.strictObject({ text: z.string(), start: z.int(), end: z.int() })),
      attribution: z.enum(["none", "direct", "indirect", "mixed", "hearsay"]),
      dimensions: z.strictObject({
        checkability: z.number(),
        publicInterest: z.number(),
        specificity: z.number(),
      }),
      quote: z.string(),
      start: z.int(),
      end: z.int(),
      claimant: z.nullable(z.string()),
      type: z.string(),
      checkWorthiness: z.number(),
      reasons: z.array(z.string()),
      needsContext: z.array(z.string()),
    }),
  ),
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-split-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("split", () => {
  const text = "Budget passes\n\nThe firm paid 4 million euros last month.";

  test("prints sentences and claims as JSON, from a file or standard input", () => {
    const fromFile = cli(["split", file("a.txt", text), "--json", "--date", "2024-02-05"]);
    expect(fromFile.status).toBe(0);
    const result = output.parse(JSON.parse(fromFile.stdout));
    expect(result.sentences.map((each) => each.role)).toEqual(["headline", "body"]);
    expect(result.claims[0]?.statement).toBe("The firm paid 4 million euros in January 2024.");
    expect(cli(["split", "-", "--json", "--date", "2024-02-05"], text).stdout).toBe(
      fromFile.stdout,
    );
  });

  test("prints one line of JSON per file of a directory, and names the files it cannot read", () => {
    const many = join(folder, "many");
    mkdirSync(many);
    file("many/b.txt", text);
    file("many/a.txt", "The firm paid 5 million euros.");
    file("many/c.bin", new Uint8Array([80, 75, 0, 1]));
    const { stdout, stderr, status } = cli(["split", many, "--json", "--date", "2024-02-05"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/c\.bin” is not a text/);
    const lines = stdout.trim().split("\n");
    const rows = lines.map((line) => output.extend({ id: z.string() }).parse(JSON.parse(line)));
    expect(rows.map((row) => row.id)).toEqual(["a.txt", "b.txt"]);
    expect(rows[1]?.claims[0]?.statement).toContain("in January 2024");
  });

  test("counts half characters and NUL bytes like any other", () => {
    const bytes = Buffer.concat([
      Buffer.from("x\0y "),
      new Uint8Array([0xed, 0xa0, 0x80]),
      Buffer.from(" 😀 The firm paid 4 million euros."),
    ]);
    const { stdout, status } = cli(["split", file("half.txt", bytes), "--json"]);
    expect(status).toBe(0);
    const { claims } = output.parse(JSON.parse(stdout));
    expect(claims.map(({ start, end }) => [start, end])).toEqual([[0, 38]]);
  });

  test("prints a table without --json", () => {
    const { stdout, status } = cli(["split", "-"], text);
    expect(status).toBe(0);
    expect(stdout).toContain("2 sentences (1 of the body), 1 claims");
    expect(stdout).toContain("why: names a number");
  });

  test.each([
    ["a missing file", () => ["split", join(folder, "missing.txt")], /cannot be read/],
    ["a binary file", () => ["split", file("b.bin", new Uint8Array([80, 75, 0, 1]))], /not a text/],
    [
      "bytes that are not UTF-8",
      () => ["split", file("c.txt", new Uint8Array([0xff, 0xfe, 0x41]))],
      /UTF-8/,
    ],
    ["an empty file", () => ["split", file("d.txt", " \n")], /is empty/],
  ])("fails on %s with a message", (_, args, message) => {
    const { status, stdout, stderr } = cli(args());
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
  });

  test.each([
    [["split"]],
    [["split", "-", "--date", "2024-02-30"]],
    [["split", "-", "--nonsense"]],
    [["toString"]],
    [[]],
  ])("does not understand %j", (args) => {
    const { status, stderr } = cli(args);
    expect(status).toBe(2);
    expect(stderr).not.toBe("");
  });
});
