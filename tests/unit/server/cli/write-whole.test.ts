import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { LineWriter } from "../../../../server/cli/json-lines";
import { writeWhole } from "../../../../server/cli/write-whole";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-whole-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const many = Array.from({ length: 5000 }, (_, i) => ({ i }));

test("a file takes its name when all is in it", async () => {
  const file = join(folder, "rows.jsonl");
  writeFileSync(file, "what was there before");
  const count = await writeWhole(file, async (stream) => {
    const writer = new LineWriter(stream);
    for (const row of many) await writer.write(row);
    await writer.flush();
    expect(readFileSync(file, "utf8")).toBe("what was there before");
    return many.length;
  });
  expect(count).toBe(5000);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(many);
  expect(readdirSync(folder)).toEqual(["rows.jsonl"]);
});

test("a failure half-way leaves what was there before, and nothing beside it", async () => {
  const file = join(folder, "rows.jsonl");
  writeFileSync(file, "what was there before");
  const failing = writeWhole(file, async (stream) => {
    const writer = new LineWriter(stream);
    for (const row of many) await writer.write(row);
    throw new Error("the database is gone");
  });
  await expect(failing).rejects.toThrow("the database is gone");
  expect(readFileSync(file, "utf8")).toBe("what was there before");
  expect(readdirSync(folder)).toEqual(["rows.jsonl"]);
});

test("a folder that is not there is told before anything is read", async () => {
  let read = false;
  const failing = writeWhole(join(folder, "missing", "rows.jsonl"), async () => {
    read = true;
    return Promise.resolve();
  });
  await expect(failing).rejects.toThrow("ENOENT");
  expect(read).toBe(false);
});

test("writing on after the output has failed is refused instead of waiting for ever", async () => {
  const failing = writeWhole(join(folder, "rows.jsonl"), async (stream) => {
    stream.destroy(new Error("no space left"));
    await new LineWriter(stream).flush();
  });
  await expect(failing).rejects.toThrow("no space left");
  expect(existsSync(join(folder, "rows.jsonl"))).toBe(false);
});
