import { describe, expect, it } from "vitest";

import { readFile } from "../../../server/intake";
import { docx, encryptedPdf, lyingBomb, pdf, zipBomb } from "./hostile-files";
import { sentence } from "./html-pages";

const read = (bytes: Uint8Array, name = "article") => readFile({ name, type: "", bytes });
const refused = (message: RegExp) => ({
  ok: false,
  error: { kind: "file", message: expect.stringMatching(message) },
});

describe("a Word document", () => {
  it("gives its paragraphs, and its title, author and date, whatever it is called", async () => {
    const bytes = docx(["A headline", sentence(1), `${sentence(2)} 3 &lt; 4`]);
    expect(await read(bytes, "article.txt")).toMatchObject({
      ok: true,
      value: {
        title: "Budget & roads",
        byline: "Ada Writer",
        publishedOn: "2024-02-05",
        language: "en",
        text: `A headline\n\n${sentence(1)}\n\n${sentence(2)} 3 < 4`,
      },
    });
  });

  it.each(["part", "type"] as const)("with macros (%s) is not opened", async (macros) => {
    expect(await read(docx([sentence(1)], { macros }), "a.docx")).toMatchObject(refused(/macros/));
  });

  it.each([
    ["outside", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ["growing", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;">]>'],
  ])("with entities (%s) is not opened", async (_what, doctype) => {
    expect(await read(docx(["&e;"], { doctype }))).toMatchObject(refused(/entities/));
  });

  it("that says it unpacks to far too much is not unpacked", async () => {
    expect(await read(zipBomb(45))).toMatchObject(refused(/unpacks to far more/));
  });

  it("that lies about its size unpacks to no more than it said", async () => {
    expect(await read(lyingBomb(1))).toMatchObject({ ok: false, error: { kind: "file" } });
  });

  it("that is damaged, empty, something else or encrypted is refused by name", async () => {
    const whole = docx([sentence(1)]);
    expect(await read(whole.slice(0, 200))).toMatchObject(refused(/damaged/));
    expect(await read(docx([]))).toMatchObject(refused(/no text/));
    const workbook = docx([], { more: { "xl/workbook.xml": new Uint8Array(3) } });
    expect(await read(workbook)).toMatchObject(refused(/no text/));
    const old = Buffer.concat([
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await read(old)).toMatchObject(refused(/password/));
  });
});

describe("a PDF", () => {
  it("gives its paragraphs with divided words whole, and its properties", async () => {
    const lines = [
      "The council of the town of Bath has approved the new bud-",
      "get for the roads and for all of the schools by eight votes to",
      "three.",
      "The mayor said that it would cost two million pounds a year",
      "for the next ten years.",
    ];
    const info = "/Title(The budget)/Author(By Ada Writer)/CreationDate(D:20240205100000Z)";
    expect(await read(pdf(lines, { info }), "a.txt")).toMatchObject({
      ok: true,
      value: {
        title: "The budget",
        byline: "Ada Writer",
        publishedOn: "2024-02-05",
        text: "The council of the town of Bath has approved the new budget for the roads and for all of the schools by eight votes to three.\n\nThe mayor said that it would cost two million pounds a year for the next ten years.",
      },
    });
  });

  it("that is damaged, encrypted or scanned is refused by name", async () => {
    expect(await read(Buffer.from("%PDF-1.7\nnothing"))).toMatchObject(refused(/damaged/));
    expect(await read(encryptedPdf([sentence(1)]))).toMatchObject(refused(/password/));
    expect(await read(pdf([]))).toMatchObject(refused(/scanned/));
  });
});
