import { markedEncoding } from "./decode-text";

const magic: readonly (readonly [start: string, name: string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "an Office document or a ZIP archive"],
  ["PK\x05\x06", "a ZIP archive"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "an RTF document"],
  ["\x89PNG", "an image (PNG)"],
  ["\xff\xd8\xff", "an image (JPEG)"],
  ["GIF87a", "an image (GIF)"],
  ["GIF89a", "an image (GIF)"],
  ["RIFF", "an image, a sound or a film"],
  ["II*\x00", "an image (TIFF)"],
  ["MM\x00*", "an image (TIFF)"],
  ["\x1f\x8b", "a compressed archive"],
  ["BZh9", "a compressed archive"],
  ["7z\xbc\xaf", "a compressed archive"],
  ["Rar!\x1a", "a compressed archive"],
  ["(\xb5/\xfd", "a compressed archive"],
  ["\x7fELF", "a program"],
  ["ID3", "a sound"],
  ["SQLite format 3", "a database"],
];

/** What a file that is not text seems to be, in words; null when it may be text. */
export function seemsToBe(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const found = magic.find(([beginning]) =>
    start
      .replace(/^\xef\xbb\xbf/, "")
      .trimStart()
      .startsWith(beginning),
  );
  if (found && !isPlausibleText(found[0], bytes)) return found[1];
  if (start.slice(4, 8) === "ftyp") return "a film or an image";
  if (markedEncoding(bytes)?.startsWith("utf-16")) return null;
  return bytes.includes(0) ? "a binary file" : null;
}

/** An article may begin with "RIFF" or "ID3"; the formats that do so have a zero byte soon after. */
function isPlausibleText(beginning: string, bytes: Uint8Array): boolean {
  return (
    /^[A-Z0-9]+$/.test(beginning) && !/^GIF8/.test(beginning) && !bytes.subarray(0, 64).includes(0)
  );
}

/** What a file that was read is: by its bytes where they say it, else one of the kinds of text, by its sender's word. */
export function mediaTypeOf(bytes: Uint8Array, declared: string): string {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1").trimStart();
  if (start.startsWith("%PDF-")) return "application/pdf";
  if (start.startsWith("PK")) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  if (/^<(?:!doctype html|html)[\s>]/i.test(start)) return "text/html";
  const type = declared.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return /^(?:text\/(?:plain|markdown|html)|application\/xhtml\+xml)$/.test(type)
    ? type
    : "text/plain";
}

/** What a site sent: a file by its bytes, else the header as it came, because a page may be readable only by its charset. */
export function sentMediaType(bytes: Uint8Array, contentType: string): string {
  const found = mediaTypeOf(bytes, contentType);
  return /pdf$|wordprocessingml/.test(found) ? found : contentType;
}
