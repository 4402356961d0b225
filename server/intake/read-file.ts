import { encrypted, refuseFile } from "./files/problem";
import type { Halfway, ReadResult } from "./read-draft";
import { readUpload, type Upload } from "./read-upload";

/** Of a file that is packed or holds pictures; text has a limit of its own. */
const mostBytes = 10_000_000;

/** Reads the article in a file, as what its bytes say that it is: Word, PDF, or text of some kind. */
export const readFile = async (upload: Upload, halfway?: Halfway): Promise<ReadResult> =>
  (await readPacked(upload.bytes)) ?? readUpload(upload, halfway);

/** Reads a Word document or a PDF; null when the bytes say that they are neither. */
export async function readPacked(bytes: Uint8Array): Promise<ReadResult | null> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const isPdf = /^(?:\xef\xbb\xbf)?\s*%PDF-/.test(start);
  const isZip = start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
  if ((isPdf || isZip) && bytes.byteLength > mostBytes) {
    return refuseFile(
      `The file has ${Math.ceil(bytes.byteLength / 100_000) / 10} MB; the limit is 10 MB. Nothing was saved. Paste the text of the article instead.`,
    );
  }
  // Loaded when there is one: most that is read is a page, and the thread is to begin soon.
  if (isPdf) return (await import("./files/read-pdf")).readPdf(bytes);
  if (isZip) return (await import("./files/read-docx")).readDocx(bytes);
  if (start.startsWith("\xd0\xcf\x11\xe0") && holdsEncrypted(bytes)) return refuseFile(encrypted);
  return null;
}

/** Office keeps an encrypted document in its old kind of file, under this name. */
const holdsEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
