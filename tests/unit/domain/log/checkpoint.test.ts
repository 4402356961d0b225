import { describe, expect, it } from "vitest";

import { toHex } from "~/domain/log/bytes";
import {
  openCheckpoint,
  parseCheckpointText,
  readCheckpoint,
  signCheckpoint,
} from "~/domain/log/checkpoint";
import { signerKey } from "~/domain/log/note-key";
import { signNote } from "~/domain/log/signed-note";

/** The example of c2sp.org/tlog-checkpoint, whose key is not told. */
const sofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const key = signerKey("log.example/a", new Uint8Array(32).fill(7));
const root = new Uint8Array(32).fill(9);

describe("a checkpoint", () => {
  it("is read from the example of the specification", () => {
    const read = readCheckpoint(sofa);
    expect(read).toMatchObject({
      value: { origin: "example.com/behind-the-sofa", size: 20852163 },
    });
    expect(read.ok && toHex(read.value.root)).toMatch(/^0ac5186a91863e8e/);
    expect(openCheckpoint(sofa, [key]).ok).toBe(false);
  });

  it("holds for the key of its own log alone", () => {
    const note = signCheckpoint({ origin: "log.example/a", size: 3, root }, [key]);
    expect(openCheckpoint(note, [key])).toMatchObject({ value: { size: 3, root } });
    const other = signNote(note.slice(0, note.indexOf("\n\n") + 1).replace("/a", "/b"), [key]);
    // The same key under its own name does not speak for a log of another name.
    expect(openCheckpoint(other, [key]).ok).toBe(false);
  });

  it("may have further lines", () => {
    const text = `log.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n`;
    expect(parseCheckpointText(text)).toMatchObject({ value: { size: 0 } });
  });

  it.each([
    ["a sign before its size", "a\n+3\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n"],
    ["a nought before its size", "a\n03\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n"],
    [
      "a size beyond all counting",
      "a\n9999999999999999\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n",
    ],
    ["a short root", "a\n3\nCQkJ\n"],
    ["no root", "a\n3\n"],
    ["no name", "\n3\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n"],
    ["an empty line after its root", "a\n3\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n\nx\n"],
  ])("with %s is none", (_what, text) => {
    expect(parseCheckpointText(text).ok).toBe(false);
  });
});
