import { createHash } from "node:crypto";
import { gunzipSync, inflateRawSync } from "node:zlib";

/** A record of a WARC file as a reader finds it that knows ISO 28500 and nothing of the library that wrote it. */
export interface ReadRecord {
  headers: Map<string, string>;
  block: Buffer;
  /** Of records of type application/http. */
  http: { first: string; headers: [string, string][]; body: Buffer } | null;
}

/**
 * Reads a compressed WARC 1.1 file strictly: each record a gzip member of its own, the header fields that must be there,
 * the block exactly as long as it says, two empty lines behind it, and every digest recomputed. Throws where a file is not
 * as the standard wants it.
 */
export function readRecords(file: Uint8Array): ReadRecord[] {
  const members = gzipMembers(Buffer.from(file));
  if (members.length === 0) throw new Error("There is no record");
  return members.map(readRecord);
}

/** RFC 1952: the end of a member is where its deflate stream ends, with eight bytes of check behind it. */
function gzipMembers(file: Buffer): Buffer[] {
  const members: Buffer[] = [];
  let at = 0;
  while (at < file.length) {
    if (file.readUInt16BE(at) !== 0x1f8b || file[at + 2] !== 8) throw new Error("Not gzip");
    if (file[at + 3] !== 0) throw new Error("Optional gzip fields are not expected here");
    const { engine } = inflateRawSync(file.subarray(at + 10), { info: true }) as unknown as {
      engine: { bytesWritten: number };
    };
    const end = at + 10 + engine.bytesWritten + 8;
    members.push(gunzipSync(file.subarray(at, end)));
    at = end;
  }
  return members;
}

function readRecord(record: Buffer): ReadRecord {
  const [head, rest] = cut(record);
  const [version, ...lines] = head.toString("utf8").split("\r\n");
  if (version !== "WARC/1.1") throw new Error(`A record begins with ${version}`);
  const headers = new Map(lines.map(field).map(([name, value]) => [name.toLowerCase(), value]));
  const needed = ["warc-record-id", "warc-date", "warc-type", "content-length"];
  for (const name of needed) if (!headers.has(name)) throw new Error(`${name} is missing`);
  if (!/^<urn:uuid:[0-9a-f-]{36}>$/.test(headers.get("warc-record-id") ?? "")) {
    throw new Error("The record has no proper id");
  }
  const length = Number(headers.get("content-length"));
  const block = rest.subarray(0, length);
  if (block.length !== length) throw new Error("The block is shorter than it says");
  if (rest.subarray(length).toString() !== "\r\n\r\n") throw new Error("The record does not end");
  checkDigest(headers.get("warc-block-digest"), block);
  const isHttp = headers.get("content-type")?.startsWith("application/http") === true;
  const http = isHttp ? readHttp(block) : null;
  if (http && http.body.length > 0) checkDigest(headers.get("warc-payload-digest"), http.body);
  return { headers, block, http };
}

function readHttp(block: Buffer) {
  const [head, body] = cut(block);
  const [first = "", ...lines] = head.toString("latin1").split("\r\n");
  return { first, headers: lines.map(field), body };
}

function cut(bytes: Buffer): [head: Buffer, rest: Buffer] {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) throw new Error("The head does not end");
  return [bytes.subarray(0, end), bytes.subarray(end + 4)];
}

function field(line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 1) throw new Error(`Not a header field: ${line}`);
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function checkDigest(said: string | undefined, bytes: Buffer): void {
  if (said === undefined) return;
  const [algorithm = "", value = ""] = said.split(":");
  const digest = createHash(algorithm).update(bytes).digest();
  if (base32ToHex(value) !== digest.toString("hex")) throw new Error("A digest does not fit");
}

function base32ToHex(text: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text.replace(/=+$/, "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return bytes.map((byte) => parseInt(byte, 2).toString(16).padStart(2, "0")).join("");
}
