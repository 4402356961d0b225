import { createPublicKey, verify } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fromBase64, utf8 } from "~/domain/log/bytes";
import { formatKey, parseKey, parseKeys, signerKey } from "~/domain/log/note-key";
import { formatNote, parseNote, signersOf, signNote } from "~/domain/log/signed-note";

/** The example of Go’s sumdb/note, whose format C2SP wrote down: signed and checked by programs that are not ours. */
const reference = {
  key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  seed: "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
  text:
    "If you think cryptography is the answer to your problem,\n" +
    "then you don't know what your problem is.\n",
  signature:
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};
const referenceNote = `${reference.text}\n${reference.signature}`;

/** The example of c2sp.org/signed-note, whose key is not told. It has an empty line in its text. */
const poem = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`;

const known = (line: string) => {
  const key = parseKey(line);
  if (!key.ok) throw new Error(key.error);
  return key.value;
};
const opened = (note: string) => {
  const parsed = parseNote(note);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe("the reference notes", () => {
  it("are read and written again as they were", () => {
    for (const note of [referenceNote, poem]) expect(formatNote(opened(note))).toBe(note);
    expect(opened(poem).text.endsWith("subito sera.\n")).toBe(true);
  });

  it("hold for the key that signed them, whose own line is read and written", () => {
    const key = known(reference.key);
    expect(signersOf(opened(referenceNote), [key])).toEqual({ ok: true, value: [key] });
    expect(formatKey(key)).toBe(reference.key);
  });

  it("are signed by us exactly so", () => {
    const seed = fromBase64(reference.seed)?.slice(1) ?? new Uint8Array();
    expect(signNote(reference.text, [signerKey("PeterNeumann", seed)])).toBe(referenceNote);
  });
});

const seedOf = (byte: number) => new Uint8Array(32).fill(byte);
const alice = signerKey("log.example/a", seedOf(1));
const bob = signerKey("log.example/a", seedOf(2));

describe("a signed note", () => {
  it("is what OpenSSL finds signed", () => {
    const note = opened(signNote("Grüße\n", [alice]));
    const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), alice.publicKey]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const signature = note.signatures[0]?.signature ?? new Uint8Array();
    expect(verify(null, utf8("Grüße\n"), key, signature)).toBe(true);
  });

  it("with a word or a bit changed does not hold", () => {
    const note = signNote("One\n", [alice]);
    expect(signersOf(opened(note.replace("One", "Two")), [alice]).ok).toBe(false);
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const { text, signatures } = opened(note);
        const off = signatures.map((one) => ({
          ...one,
          signature: one.signature.map((byte, at) =>
            at === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte,
          ),
        }));
        expect(signersOf({ text, signatures: off }, [alice]).ok).toBe(false);
      }),
    );
  });

  it("by two keys holds for who knows either, and by none of the known ones does not", () => {
    const note = opened(signNote("One\n", [alice, bob]));
    for (const key of [alice, bob]) expect(signersOf(note, [key]).ok).toBe(true);
    const stranger = signerKey("other.example", seedOf(1));
    expect(signersOf(note, [stranger])).toEqual({
      ok: false,
      error: "None of the known keys signed it.",
    });
  });

  it("does not hold when one of two known signatures is wrong", () => {
    const { text, signatures } = opened(signNote("One\n", [alice, bob]));
    const [first, second] = signatures;
    if (!first || !second) throw new Error("never");
    const swapped = [{ ...first, signature: second.signature }, second];
    expect(signersOf({ text, signatures: swapped }, [alice, bob]).ok).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["no signature", "One\n\n"],
    ["no empty line", "One\n— a AAAAAAA=\n"],
    ["no line feed at its end", signNote("One\n", [alice]).trimEnd()],
    ["a hyphen for a dash", signNote("One\n", [alice]).replace("—", "-")],
    ["a tabulator", signNote("O\tne\n", [alice])],
    ["half a character", signNote("One\n", [alice]).replace("One", "\ud800")],
    ["a plus sign in the name", "One\n\n— a+b AAAAAAA=\n"],
    ["a second spelling of the same bytes", "One\n\n— a AAAAAAB=\n"],
    ["too many signatures", `One\n\n${"— a AAAAAAA=\n".repeat(101)}`],
  ])("with %s is none", (_what, note) => {
    expect(parseNote(note).ok).toBe(false);
  });

  it("never throws, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseNote(text)));
  });
});

describe("a key's line", () => {
  const line = formatKey(alice);

  it.each([
    ["another name", line.replace("log.", "lag.")],
    ["another id", `${alice.name}+00000000+${line.split("+").slice(2).join("+")}`],
    ["another kind", line.replace(/\+A(?=[^+]*$|.{40})/, "+B")],
    ["a byte less", line.slice(0, -4)],
    ["nothing", ""],
  ])("with %s is none", (_what, changed) => {
    expect(changed).not.toBe(line);
    expect(parseKey(changed).ok).toBe(false);
  });

  it("may stand among others and remarks, and a wrong one is named by its line", () => {
    expect(parseKeys(`# old\n${line}\r\n\n${formatKey(bob)}\n`)).toMatchObject({
      value: [{ name: alice.name }, { name: bob.name }],
    });
    const wrong = parseKeys(`${line}\nwrong`);
    expect(wrong).toMatchObject({ ok: false, error: expect.stringContaining("Line 2") });
    expect(parseKeys("# nothing").ok).toBe(false);
  });
});
