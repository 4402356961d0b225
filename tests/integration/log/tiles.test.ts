import { afterAll, beforeAll, expect, test } from "vitest";

import { readCheckpoint } from "~/domain/log/checkpoint";
import { leafHash } from "~/domain/log/merkle-hash";
import { MerkleTree } from "~/domain/log/merkle-tree";
import { readTilePath } from "~/domain/log/tile";

import { startDesk, type TestDesk } from "../../support/desk";
import { newPublication } from "../../support/publications";
import { cast } from "../../support/review-steps";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const people = await cast(desk);
  for (let n = 0; n < 3; n += 1) await newPublication(desk, people);
});
afterAll(() => desk.stop());

async function tile(path: string): Promise<Buffer | null> {
  const named = readTilePath(path);
  if (named === null) throw new Error(`${path} names no tile`);
  const bytes = await desk.anonymous.publicLog.tile(named);
  return bytes && Buffer.from(bytes);
}

test("from the tiles alone whoever reads them comes to the root that was signed", async () => {
  const read = readCheckpoint((await desk.anonymous.publicLog.checkpoint()) ?? "");
  if (!read.ok) throw new Error(read.error);
  const { size, root } = read.value;
  expect(size).toBe(3);

  const bundle = (await tile(`entries/000.p/${size}`)) ?? Buffer.of();
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at)) {
    entries.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)));
  }
  expect(entries).toHaveLength(size);
  const leaves = entries.map((entry) => leafHash(entry));
  expect(await tile(`0/000.p/${size}`)).toEqual(Buffer.concat(leaves));
  expect(new MerkleTree(leaves).root()).toEqual(root);
});

test("what the log does not reach is not answered", async () => {
  for (const path of ["0/000", "0/000.p/4", "entries/000.p/4", "0/001.p/1", "1/000.p/1"]) {
    expect(await tile(path)).toBeNull();
  }
});
