import { cleanLine } from "../article/clean-text";
import { fail, ok, type Result } from "../result";

/** What may stand beside a source: pictures, PDF and sounds. Nothing that a browser would run. */
export const fileKinds = [
  "png",
  "jpeg",
  "gif",
  "webp",
  "pdf",
  "mp3",
  "wav",
  "ogg",
  "flac",
  "m4a",
] as const;
export type FileKind = (typeof fileKinds)[number];

export const fileType: Record<FileKind, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  pdf: "application/pdf",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  ogg: "audio/ogg",
  flac: "audio/flac",
  m4a: "audio/mp4",
};

export const largestFile = 15_000_000;

/** A file that stands beside a source of a review. */
export interface EvidenceFile {
  id: string;
  claimId: string;
  /** The id of its card. */
  card: string;
  name: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  addedAt: string;
}

const begins = (start: string, ...signs: readonly string[]): boolean =>
  signs.some((sign) => start.startsWith(sign));

/** What a file is by its first bytes, whatever it is called; null for what is not taken. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (begins(start, "\x89PNG\r\n\x1a\n")) return "png";
  if (begins(start, "\xff\xd8\xff")) return "jpeg";
  if (begins(start, "GIF87a", "GIF89a")) return "gif";
  if (begins(start, "%PDF-")) return "pdf";
  if (begins(start, "OggS\0")) return "ogg";
  if (begins(start, "fLaC\0")) return "flac";
  if (begins(start, "ID3\x02", "ID3\x03", "ID3\x04")) return "mp3";
  // A frame of MPEG audio, layer III.
  if (begins(start, "\xff\xfb", "\xff\xfa", "\xff\xf3", "\xff\xf2")) return "mp3";
  if (begins(start, "RIFF") && start.slice(8, 12) === "WEBP") return "webp";
  if (begins(start, "RIFF") && start.slice(8, 12) === "WAVE") return "wav";
  if (start.slice(4, 8) === "ftyp" && begins(start.slice(8), "M4A ", "M4B ")) return "m4a";
  return null;
}

/** A file that may be kept, or why not. Its name is the sender's words, and made one line. */
export function checkFile(
  rawName: string,
  bytes: Uint8Array,
): Result<{ name: string; kind: FileKind }, string> {
  if (bytes.byteLength === 0) return fail("The file is empty. Nothing was kept.");
  if (bytes.byteLength > largestFile) {
    return fail(`The file is larger than ${largestFile / 1_000_000} MB. Nothing was kept.`);
  }
  const kind = kindOfFile(bytes);
  if (kind === null) {
    return fail(
      "Only pictures (PNG, JPEG, GIF, WebP), PDF and sounds (MP3, WAV, OGG, FLAC, M4A) are kept. Nothing was kept of this file.",
    );
  }
  return ok({ name: fileName(rawName, kind), kind });
}

const endings: Partial<Record<FileKind, readonly string[]>> = {
  jpeg: ["jpg", "jpeg"],
  ogg: ["ogg", "oga"],
};

/** Without folders, in one line, and with an ending by which no device takes it for something else. */
function fileName(raw: string, kind: FileKind): string {
  const name = cleanLine(raw.replace(/^.*[\\/]/s, "")).slice(0, 190) || "file";
  const has = (endings[kind] ?? [kind]).some((end) => name.toLowerCase().endsWith(`.${end}`));
  return has ? name : `${name}.${kind}`;
}
