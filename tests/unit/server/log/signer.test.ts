import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { LogStore } from "~/commands/ports";
import { openCheckpoint } from "~/domain/log/checkpoint";
import { leafHash } from "~/domain/log/merkle-hash";
import { MerkleTree } from "~/domain/log/merkle-tree";

import { readConfig } from "../../../../server/config";
import { originOf } from "../../../../server/log";
import { openSigner } from "../../../../server/log/signer";
import { keyFile, makeKeyFile, readKeyFile, readSeeds } from "../../../../server/log/signing-key";

let dataDir = "";
beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "signer-"))));
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));

/** A log's store that keeps checkpoints in memory. */
function memoryLog() {
  const notes: string[] = [];
  const absent = () => Promise.reject(new Error("This test does not need it"));
  const store: LogStore = {
    ...{ leavesFrom: absent, entries: absent, ofClaim: absent, text: absent },
    newestCheckpoint: async () => notes.at(-1) ?? null,
    keepCheckpoint: async ({ note }) => void notes.push(note),
  };
  return { notes, store };
}

const treeOf = (size: number, word = "entry") =>
  new MerkleTree(Array.from({ length: size }, (_, at) => leafHash(`${word} ${at}`)));
const base64 = (byte: number) => Buffer.alloc(32, byte).toString("base64");
const settings = (signingKey: string | null = null) => ({
  ...{ dataDir, signingKey },
  origin: "desk.test/log",
});

describe("the signer", () => {
  it("signs what has come since, once", async () => {
    const { notes, store } = memoryLog();
    const signer = await openSigner(store, settings());
    expect(await signer.sign(treeOf(0))).toBeNull();
    await signer.sign(treeOf(2));
    await signer.sign(treeOf(2));
    await signer.sign(treeOf(5));
    expect(notes.map((note) => openCheckpoint(note, signer.keys))).toMatchObject([
      { value: { size: 2, origin: "desk.test/log" } },
      { value: { size: 5 } },
    ]);
  });

  it("goes on after another start, with the same key and the log's own name", async () => {
    const { notes, store } = memoryLog();
    await (await openSigner(store, settings())).sign(treeOf(2));
    const again = await openSigner(store, { ...settings(), origin: "other.test/log" });
    await again.sign(treeOf(2));
    expect(notes).toHaveLength(1);
    await again.sign(treeOf(3));
    expect(openCheckpoint(notes[1] ?? "", again.keys)).toMatchObject({
      value: { origin: "desk.test/log", size: 3 },
    });
  });

  it.each([
    ["a shorter log", treeOf(2), "3 were signed before"],
    ["another log", treeOf(5, "other"), "not those that were signed before"],
  ])(
    "signs nothing of %s than it signed before, in this process or in the next",
    async (_what, tree, why) => {
      const { notes, store } = memoryLog();
      const signer = await openSigner(store, settings());
      await signer.sign(treeOf(3));
      await expect(signer.sign(tree)).rejects.toThrow(why);
      // Whoever rewrites the log in the database may take the checkpoints there away with it.
      notes.length = 0;
      await expect((await openSigner(store, settings())).sign(tree)).rejects.toThrow(why);
      expect(notes).toEqual([]);
    },
  );

  it("makes no other key in place of one that signed and is gone", async () => {
    const { store } = memoryLog();
    await (await openSigner(store, settings())).sign(treeOf(1));
    fs.rmSync(keyFile(dataDir));
    await expect(openSigner(store, settings())).rejects.toThrow(/SIGNING_KEY/);
    expect(fs.existsSync(keyFile(dataDir))).toBe(false);
  });

  it("signs with an old and a new key while both are given, and anew when the key has changed", async () => {
    const { notes, store } = memoryLog();
    const [old] = (await openSigner(store, settings(base64(1)))).keys;
    if (!old) throw new Error("never");
    await (await openSigner(store, settings(base64(1)))).sign(treeOf(1));
    const both = await openSigner(store, settings(`${base64(2)},${base64(1)}`));
    await both.sign(treeOf(1));
    const [fresh] = both.keys;
    if (!fresh) throw new Error("never");
    for (const key of [old, fresh]) expect(openCheckpoint(notes[1] ?? "", [key]).ok).toBe(true);
    await (await openSigner(store, settings(base64(2)))).sign(treeOf(2));
    expect(openCheckpoint(notes[2] ?? "", [old]).ok).toBe(false);
    expect(openCheckpoint(notes[2] ?? "", [fresh]).ok).toBe(true);
  });
});

describe("the key", () => {
  it("is made once, readable by this account alone", () => {
    const made = makeKeyFile(dataDir);
    expect(fs.statSync(keyFile(dataDir)).mode & 0o777).toBe(0o600);
    expect(makeKeyFile(dataDir)).toEqual(made);
    expect(readKeyFile(dataDir)).toEqual(made);
    expect(fs.readdirSync(dataDir)).toEqual(["signing-key.pem"]);
  });

  it("is refused in words when the file holds something else", () => {
    fs.writeFileSync(keyFile(dataDir), "nothing");
    expect(() => readKeyFile(dataDir)).toThrow(/signing-key\.pem holds no Ed25519 key/);
  });

  it("is read from PEM, also with its line breaks written out, and from base64", () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const seed = Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url");
    for (const text of [pem, pem.replaceAll("\n", "\\n"), seed.toString("base64")]) {
      expect(readSeeds(text)).toEqual([new Uint8Array(seed)]);
    }
    expect(readSeeds(pem + pem)).toHaveLength(2);
  });

  it("is no key of another kind or length", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const other = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    for (const text of ["", "pw", base64(1).slice(4), `${base64(1)} pw`, other]) {
      expect(readSeeds(text)).toBeNull();
      if (text === "") continue;
      expect(() => readConfig({ SIGNING_KEY: text })).toThrow("SIGNING_KEY: ");
      expect(() => readConfig({ SIGNING_KEY: text })).not.toThrow(/pw/);
    }
  });
});

it("a log is called like its site", () => {
  expect(originOf(null)).toBe("localhost/log");
  expect(originOf("https://checks.example.org")).toBe("checks.example.org/log");
  expect(originOf("https://example.org:8443/checks/")).toBe("example.org:8443/checks/log");
});
