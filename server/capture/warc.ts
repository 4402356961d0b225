import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";

import { WARCRecord, WARCSerializer } from "warcio";

import type { Exchange } from "../fetch";

/** What a WARC of one source is made of. */
export interface WarcContent {
  /** The program that fetched it, with its version. */
  tool: string;
  exchanges: readonly Exchange[];
  /** The words that were read from it; null when none were. */
  text: string | null;
  /** A picture of the page as a browser draws it; null when there is none. */
  png: Uint8Array | null;
  /** What else is known of the fetch, as JSON. */
  facts: Record<string, unknown>;
}

const version = "WARC/1.1";
const crlf = "\r\n";

/**
 * A WARC 1.1 file with every request and answer on the way to a source, what was noted of the fetch, and the words read
 * from it, and the picture of it: each record compressed by itself, as other tools expect it (ISO 28500).
 */
export async function writeWarc({
  tool,
  exchanges,
  text,
  png,
  facts,
}: WarcContent): Promise<Buffer> {
  const source = exchanges.at(-1);
  if (source === undefined) throw new Error("A capture without an answer has no WARC");
  const info = WARCRecord.createWARCInfo(
    { warcVersion: version, date: source.at, filename: "capture.warc.gz" },
    { software: tool, format: "WARC File Format 1.1", conformsTo: "ISO 28500:2017" },
  );
  const records = [info, ...exchanges.flatMap(both), noted(source, facts)];
  if (text !== null) records.push(converted(source, text));
  if (png !== null) records.push(pictured(source, png));
  const parts: Uint8Array[] = [];
  for (const record of records) {
    parts.push(
      await WARCSerializer.serialize(record, {
        gzip: true,
        digest: { algo: "sha-256", prefix: "sha256:", base32: true },
      }),
    );
  }
  return Buffer.concat(parts);
}

/** The answer and the request that it answers. */
function both(exchange: Exchange): WARCRecord[] {
  const { url, at, status, headers, raw, remoteAddress, requestHeaders } = exchange;
  const address: Record<string, string> =
    remoteAddress === null ? {} : { "WARC-IP-Address": remoteAddress };
  const statusline = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
  const message = Buffer.concat([httpHead(statusline, headers.map(asKept)), raw]);
  const response = httpRecord(
    {
      ...{ url, date: at, type: "response", warcVersion: version },
      warcHeaders: {
        ...address,
        "Content-Type": "application/http; msgtype=response",
        "WARC-Payload-Digest": `sha256:${base32(createHash("sha256").update(raw).digest())}`,
      },
    },
    message,
  );
  const { pathname, search, host } = new URL(url);
  const request = httpRecord(
    {
      ...{ url, date: at, type: "request", warcVersion: version },
      warcHeaders: {
        ...address,
        "Content-Type": "application/http; msgtype=request",
        "WARC-Concurrent-To": response.warcHeader("WARC-Record-ID") ?? "",
      },
    },
    httpHead(`GET ${pathname}${search} HTTP/1.1`, [["host", host], ...requestHeaders]),
  );
  return [response, request];
}

/** The library would write a head of its own, in which a name has one value; what is kept is the head that was sent. */
function httpRecord(
  options: NonNullable<Parameters<typeof WARCRecord.create>[0]>,
  message: Uint8Array,
): WARCRecord {
  const record = WARCRecord.create(options, [message]);
  record.httpHeaders = null;
  return record;
}

/** How the answer was cut for its transfer is undone in what is kept, and must not be undone again by who reads it. */
function asKept([name, value]: [string, string]): [string, string] {
  return name.toLowerCase() === "transfer-encoding"
    ? [`X-Archive-Orig-${name}`, value]
    : [name, value];
}

function httpHead(first: string, headers: readonly [string, string][]): Buffer {
  const lines = headers.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`);
  return Buffer.from([first, ...lines, "", ""].join(crlf), "latin1");
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ");

function noted({ url, at }: Exchange, facts: Record<string, unknown>): WARCRecord {
  return WARCRecord.create(
    {
      ...{ url, date: at, type: "metadata", warcVersion: version },
      warcHeaders: { "Content-Type": "application/json" },
    },
    [Buffer.from(JSON.stringify(facts, null, 2))],
  );
}

function converted({ url, at }: Exchange, text: string): WARCRecord {
  return WARCRecord.create(
    {
      ...{ url, date: at, type: "conversion", warcVersion: version },
      warcHeaders: { "Content-Type": "text/plain; charset=utf-8" },
    },
    [Buffer.from(text, "utf8")],
  );
}

/** Under the address by which archives of pages know their pictures. */
function pictured({ url, at }: Exchange, png: Uint8Array): WARCRecord {
  return WARCRecord.create(
    {
      ...{ url: `urn:view:${url}`, date: at, type: "resource", warcVersion: version },
      warcHeaders: { "Content-Type": "image/png" },
    },
    [png],
  );
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** As RFC 4648 has it, without padding at the end: the form in which tools write digests into WARC headers. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  const digits = groups.map((group) => letters.charAt(parseInt(group.padEnd(5, "0"), 2))).join("");
  return digits.padEnd(Math.ceil(digits.length / 8) * 8, "=");
}
