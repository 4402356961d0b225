import { describe, expect, it } from "vitest";

import { checkFile, kindOfFile, largestFile } from "~/domain/evidence/evidence-file";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a file", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n....", "png"],
    ["\xff\xd8\xff\xe0", "jpeg"],
    ["GIF89a", "gif"],
    ["RIFF\x01\x02\x03\x04WEBPVP8 ", "webp"],
    ["RIFF\x01\x02\x03\x04WAVEfmt ", "wav"],
    ["%PDF-1.4", "pdf"],
    ["ID3\x03\x00", "mp3"],
    ["\xff\xfb\x90", "mp3"],
    ["OggS\0", "ogg"],
    ["fLaC\0", "flac"],
    ["\0\0\0\x20ftypM4A ", "m4a"],
  ])("that begins with %j is %s", (start, kind) => expect(kindOfFile(bytes(start))).toBe(kind));

  it.each([
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>",
    "<!doctype html><script>alert(1)</script>",
    " %PDF-1.4",
    "RIFF\x01\x02\x03\x04AVI ",
    "\0\0\0\x20ftypisom",
    "PK\x03\x04",
    "MZ",
    "ID3 is how this text begins",
    "OggS and so on",
    "",
  ])("that begins with %j is not taken", (start) => expect(kindOfFile(bytes(start))).toBeNull());

  it("is called as it was, in one line and without folders", () => {
    const named = (name: string) => {
      const checked = checkFile(name, bytes("%PDF-1"));
      return checked.ok ? checked.value.name : null;
    };
    expect(named("../../etc/min\r\nutes.pdf")).toBe("min utes.pdf");
    expect(named("C:\\x\\<img src=x>.pdf")).toBe("<img src=x>.pdf");
    expect(named("")).toBe("file.pdf");
    // Saved under its own name it would open as a page.
    expect(named("minutes.html")).toBe("minutes.html.pdf");
    expect(named("A.PDF")).toBe("A.PDF");
    expect(named("a".repeat(999))).toHaveLength(194);
  });

  it("that is empty or too large is refused", () => {
    expect(checkFile("a.pdf", new Uint8Array())).toMatchObject({ ok: false });
    const large = new Uint8Array(largestFile + 1);
    large.set(bytes("%PDF-1"));
    expect(checkFile("a.pdf", large)).toMatchObject({ error: expect.stringContaining("15 MB") });
  });
});
