import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

/** What is used of node-warc's records. Its own types want a browser's to be installed. */
export interface ForeignRecord {
  warcType: string;
  warcHeader: Record<string, string>;
  httpInfo: { headers: Record<string, string> } | null;
  content: Buffer;
}
interface ForeignBuilder {
  consumeLine(line: Buffer): ForeignRecord | null;
  buildRecord(): ForeignRecord | null;
}
const { RecordBuilder } = createRequire(import.meta.url)("node-warc/lib/warcRecord") as {
  RecordBuilder: new () => ForeignBuilder;
};

/** The records of a WARC file, built by node-warc, which shares nothing with what writes; its stream breaks on Node 20, so lines are given by hand. */
export function readByOthers(warc: Uint8Array): ForeignRecord[] {
  const bytes = gunzipSync(warc);
  const builder = new RecordBuilder();
  const records: ForeignRecord[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf("\n", at);
    const next = end === -1 ? bytes.length : end + 1;
    const record = builder.consumeLine(bytes.subarray(at, next));
    if (record) records.push(record);
    at = next;
  }
  const last = builder.buildRecord();
  return last ? [...records, last] : records;
}

/** The reader leaves the line end behind a record on its content. */
export function contentOf(record: ForeignRecord | undefined): Buffer {
  const content = record?.content ?? Buffer.alloc(0);
  return content.subarray(-2).toString() === "\r\n" ? content.subarray(0, -2) : content;
}
