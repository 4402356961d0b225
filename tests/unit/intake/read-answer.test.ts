import { describe, expect, it } from "vitest";

import { readAnswer } from "../../../server/intake";
import { docx, encryptedPdf, lyingBomb, pdf, zipBomb } from "./hostile-files";
import { page, paragraphs, sentence } from "./html-pages";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const url = "https://ministry.example/files/report.pdf?download=1";
const read = (bytes: Uint8Array, contentType: string, from = url) =>
  readAnswer({ bytes, contentType, url: from });

describe("what a site answered with", () => {
  const report = pdf(["The council has approved the new budget for the roads."]);
  const letter = docx(["A headline", sentence(1)]);

  it.each(["application/pdf", "application/octet-stream", "text/html; charset=utf-8", ""])(
    "is a PDF by its bytes, although its header says %j",
    async (type) => {
      expect(await read(report, type)).toMatchObject({
        ok: true,
        value: { text: "The council has approved the new budget for the roads." },
      });
    },
  );

  it.each(["application/zip", "application/pdf", "text/plain"])(
    "is a Word document by its bytes, although its header says %j",
    async (type) => {
      expect(await read(letter, type)).toMatchObject({
        ok: true,
        value: { title: "Budget & roads", text: `A headline\n\n${sentence(1)}` },
      });
    },
  );

  it("is the page that it is, although its header announces a file", async () => {
    const bytes = utf8(page("<title>Budget</title>", paragraphs));
    for (const type of ["application/pdf", "application/octet-stream"]) {
      expect(await read(bytes, type)).toMatchObject({ ok: true, value: { title: "Budget" } });
    }
  });

  it("is text where its address says so and its header says nothing", async () => {
    const from = "https://ministry.example/notes.md";
    expect(
      await read(utf8(`# Notes\n\n${sentence(1)}`), "binary/octet-stream", from),
    ).toMatchObject({ ok: true, value: { title: "Notes" } });
  });

  it.each([
    ["a damaged PDF", utf8("%PDF-1.7\nnothing"), /damaged/],
    ["an encrypted PDF", encryptedPdf([sentence(1)]), /password/],
    ["a scanned PDF", pdf([]), /scanned/],
    ["a document with macros", docx(["x"], { macros: "part" }), /macros/],
    [
      "a document with entities",
      docx(["&e;"], { doctype: '<!DOCTYPE x [<!ENTITY e "a">]>' }),
      /entities/,
    ],
    ["an archive that says it is a bomb", zipBomb(45), /unpacks to far more/],
    ["an archive that hides it", lyingBomb(1), /./],
    ["an image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), /image \(PNG\)/],
    ["nothing that is known", utf8("just words"), /Only .docx, .pdf/],
    ["nothing at all", new Uint8Array(), /empty/],
  ])("is refused by name when it is %s", async (_what, bytes, message) => {
    expect(await read(bytes, "application/octet-stream")).toMatchObject({
      ok: false,
      error: { kind: "file", message: expect.stringMatching(message) },
    });
  });
});
