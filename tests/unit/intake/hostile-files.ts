import { strToU8, zipSync, type Zippable } from "fflate";

const types = (kind: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`;
const plainKind =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const macroKind = "application/vnd.ms-word.document.macroEnabled.main+xml";
const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const body = (paragraphs: readonly string[], doctype = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join("")}</w:body></w:document>`;
const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Budget &amp; roads</dc:title><dc:creator>Ada Writer</dc:creator><dcterms:created>2024-02-05T10:00:00Z</dcterms:created></cp:coreProperties>`;

interface DocxParts {
  doctype?: string;
  macros?: "part" | "type";
  more?: Zippable;
}

/** A Word document of these paragraphs, harmless unless it is told otherwise. */
export function docx(paragraphs: readonly string[], { doctype, macros, more }: DocxParts = {}) {
  return zipSync({
    "[Content_Types].xml": strToU8(types(macros === "type" ? macroKind : plainKind)),
    "_rels/.rels": strToU8(rels),
    "word/document.xml": strToU8(body(paragraphs, doctype)),
    "docProps/core.xml": strToU8(core),
    ...(macros === "part" && { "word/vbaProject.bin": strToU8("Sub AutoOpen()") }),
    ...more,
  });
}

const zeros = (bytes: number) =>
  docx(["x"], { more: { "word/document.xml": new Uint8Array(bytes) } });

/** A document whose text says that it unpacks to so many megabytes. */
export const zipBomb = (megabytes: number) => declaring(zeros(100_000), megabytes * 1_000_000);

/** A document whose text unpacks to so many megabytes and says that it is small. */
export const lyingBomb = (megabytes: number) => declaring(zeros(megabytes * 1_000_000), 500);

/** The same archive, whose large entries say that they unpack to this size. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 30; at += 1) {
    const signature = view.getUint32(at, true);
    const offset = signature === 0x04034b50 ? 22 : signature === 0x02014b50 ? 24 : null;
    if (offset !== null && view.getUint32(at + offset, true) > 50_000) {
      view.setUint32(at + offset, size, true);
    }
  }
  return bytes;
}

interface PdfOptions {
  info?: string;
  trailer?: string;
}

/** A PDF of one page with these lines, which its objects say in plain text. */
export function pdf(lines: readonly string[], { info = "", trailer = "" }: PdfOptions = {}) {
  const drawn = lines
    .map((line, index) => `1 0 0 1 72 ${720 - index * 14} Tm (${line}) Tj`)
    .join("\n");
  const content = `BT /F1 12 Tf ${drawn} ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<<${info}>>`,
    "<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4>>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R${trailer}>>\nstartxref\n${table}\n%%EOF`;
  return Uint8Array.from(Buffer.from(file, "latin1"));
}

/** Without the password nobody can read it. */
export const encryptedPdf = (lines: readonly string[]) =>
  pdf(lines, {
    trailer:
      "/Encrypt 7 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]",
  });
