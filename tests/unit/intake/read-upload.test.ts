import { describe, expect, it } from "vitest";

import { readUpload } from "../../../server/intake";
import { page, paragraphs, sentence } from "./html-pages";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));

function upload(name: string, bytes: Uint8Array, type = "") {
  return readUpload({ name, type, bytes });
}

describe("a text file", () => {
  it("becomes a draft with its first line as the title", () => {
    expect(upload("a.txt", utf8(`Budget approved\r\n\r\n${sentence(1)}\r\n`))).toEqual({
      ok: true,
      value: {
        title: "Budget approved",
        byline: null,
        outlet: null,
        publishedOn: null,
        language: "en",
        sourceUrl: null,
        fetchedAt: null,
        notice: null,
        text: `Budget approved\n\n${sentence(1)}`,
      },
    });
  });

  it.each([
    ["UTF-8 with a mark", utf8("\ufeffGrüße aus Köln")],
    ["UTF-16 with a mark", utf16("Grüße aus Köln")],
    ["UTF-16, the other way round", Uint8Array.from(Buffer.from(utf16("Grüße aus Köln")).swap16())],
  ])("may be %s", (_what, bytes) => {
    expect(upload("a.txt", bytes)).toMatchObject({ ok: true, value: { text: "Grüße aus Köln" } });
  });

  it.each(["A.TXT", "a.text", "a.md", "a.b.markdown", " a.txt "])("may be named %j", (name) => {
    expect(upload(name, utf8("Some text."))).toMatchObject({ ok: true });
  });

  it("may have no extension when its type is known", () => {
    expect(upload("article", utf8("Some text."), "text/plain; charset=utf-8")).toMatchObject({
      ok: true,
    });
  });

  it("is read as the page that it is", () => {
    const read = upload("saved.txt", utf8(page("<title>Budget</title>", paragraphs)));
    expect(read).toMatchObject({ ok: true, value: { title: "Budget" } });
  });
});

describe("an HTML file", () => {
  const article = paragraphs.replaceAll("council", "Gemeinderat in Köln – “ja” –");

  it.each([
    ["windows-1252", "<meta charset=windows-1252>"],
    ["iso-8859-1", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'],
    ["nothing", ""],
    ["a charset that does not exist", "<meta charset=utf-99>"],
    ["UTF-8, wrongly", "<meta charset=bogus><!-- utf-8 -->"],
  ])("in windows-1252 may declare %s", (_what, meta) => {
    const html = `<html><head>${meta}</head><body>${article}</body></html>`;
    const bytes = latin1(
      html.replaceAll("–", "\x96").replaceAll("“", "\x93").replaceAll("”", "\x94"),
    );
    const read = upload("a.html", bytes);
    expect(read.ok && read.value.text).toContain("Gemeinderat in Köln – “ja” –");
  });

  it("may be UTF-8 or UTF-16", () => {
    for (const bytes of [utf8(page("", article)), utf16(page("", article))]) {
      const read = upload("a.htm", bytes);
      expect(read.ok && read.value.text).toContain("Gemeinderat in Köln – “ja” –");
    }
  });

  it("may declare another encoding of the web", () => {
    const html = '<html><head><meta charset="windows-1251"></head><body>';
    const word = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const bytes = Buffer.concat([latin1(`${html}<p>`), word, latin1(`</p>${paragraphs}`)]);
    const read = upload("a.html", Uint8Array.from(bytes));
    expect(read.ok && read.value.text).toContain("Привет");
  });

  it("without a single tag is plain text", () => {
    expect(upload("a.html", utf8("Just text,\nin two lines."))).toMatchObject({
      ok: true,
      value: { text: "Just text,\nin two lines." },
    });
  });

  it("without an article is refused", () => {
    const read = upload("a.html", utf8("<html><body></body></html>"));
    expect(read).toMatchObject({ ok: false, error: { kind: "no_text" } });
  });
});

describe("a file that is refused", () => {
  it.each([
    ["%PDF-1.7\nsomething", "a PDF"],
    ["PK\x03\x04\x14\x00", "an Office document or a ZIP archive"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"],
    ["{\\rtf1\\ansi}", "an RTF document"],
    ["\x89PNG\r\n\x1a\n", "an image (PNG)"],
    ["\xff\xd8\xff\xe0", "an image (JPEG)"],
    ["GIF89a", "an image (GIF)"],
    ["RIFF\x10\x00\x00\x00WEBP", "an image, a sound or a film"],
    ["\x00\x00\x00\x18ftypmp42", "a film or an image"],
    ["\x1f\x8b\x08", "a compressed archive"],
    ["\x7fELF\x02", "a program"],
    ["text with a \x00 in it", "a binary file"],
  ])("%j seems to be something else", (content, seems) => {
    for (const name of ["a.txt", "a.md", "a.html"]) {
      expect(upload(name, latin1(content), "text/plain")).toEqual({
        ok: false,
        error: {
          kind: "file",
          message: `The file seems to be ${seems}. Only .docx, .pdf, text, Markdown and HTML can be read; paste the text.`,
        },
      });
    }
  });

  it.each(["RIFF raff is a game.", "ID3 tags are explained.", "PKK, MZ and BM are names."])(
    "is not %j, which only begins like one",
    (text) => {
      expect(upload("a.txt", utf8(text))).toMatchObject({ ok: true });
    },
  );

  it.each([
    [5_130_000, "5.2 MB"],
    [2_000_001, "2.1 MB"],
  ])("has %i bytes", (size, words) => {
    expect(upload("a.txt", new Uint8Array(size).fill(97))).toEqual({
      ok: false,
      error: {
        kind: "file",
        message: `The file has ${words}; the limit is 2 MB. Paste the text of the article instead.`,
      },
    });
  });

  it("may be just as large as the limit", () => {
    expect(upload("a.txt", new Uint8Array(2_000_000).fill(97))).toMatchObject({ ok: true });
  });

  it.each([
    ["a.txt", "", "The file is empty."],
    ["a.txt", " \n\t\r\n", "There is no text in the file."],
    ["a.md", "---\ntitle: Only this\n---\n", "There is no text in the file."],
    ["a.docx", "text", "Only .docx, .pdf, .txt, .md and .html files can be read."],
    ["constructor", "text", "Only .docx, .pdf, .txt, .md and .html files can be read."],
    ["a.constructor", "text", "Only .docx, .pdf, .txt, .md and .html files can be read."],
    ["a.txt.exe", "text", "Only .docx, .pdf, .txt, .md and .html files can be read."],
  ])("%s with %j is explained", (name, content, words) => {
    const read = upload(name, utf8(content));
    expect(read).toMatchObject({ ok: false, error: { kind: "file" } });
    if (!read.ok) expect(read.error.message).toContain(words);
  });

  it("is text in an encoding that is not declared", () => {
    const read = upload("a.txt", latin1("Grüße aus Köln"));
    expect(read).toMatchObject({
      ok: false,
      error: {
        message:
          "The file is not in UTF-8. Save it as UTF-8 and choose it again, or paste the text.",
      },
    });
  });
});
