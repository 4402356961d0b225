import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { writeWarc } from "../../../server/capture/warc";
import { contentOf, readByOthers } from "../../support/foreign-warc-reader";

const at = "2026-11-28T10:00:00.000Z";
const url = "https://news.example/new?id=1";
const page = "<!doctype html><p>The council voted 31 to 12.</p>";
const raw = gzipSync(page);
const picture = Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1");

test("a capture is read back by a reader that is not ours: records, headers, bodies and digests", async () => {
  const shared = {
    at,
    remoteAddress: "192.0.2.1",
    certificate: null,
    requestHeaders: [["accept", "*/*"]] as [string, string][],
  };
  const records = readByOthers(
    await writeWarc({
      tool: "Countersign/0.1",
      exchanges: [
        {
          ...{ ...shared, url: "https://news.example/old", status: 301 },
          ...{ headers: [["Location", "/new?id=1"]], raw: Buffer.from("moved") },
        },
        {
          ...{ ...shared, url, status: 200, raw },
          headers: [
            ["Content-Type", "text/html"],
            ["Content-Encoding", "gzip"],
          ],
        },
      ],
      text: "The council voted 31 to 12.",
      png: picture,
      facts: { status: 200 },
    }),
  );
  expect(records.map(({ warcType }) => warcType)).toEqual([
    "warcinfo",
    ...["response", "request", "response", "request", "metadata", "conversion", "resource"],
  ]);
  const [, moved, , response, request, metadata, conversion, resource] = records;
  expect(moved?.httpInfo?.headers).toMatchObject({ Location: "/new?id=1" });
  expect(response?.warcHeader).toMatchObject({
    ...{ "WARC-Target-URI": url, "WARC-Date": at, "WARC-IP-Address": "192.0.2.1" },
    "WARC-Payload-Digest": `sha256:${base32(createHash("sha256").update(contentOf(response)).digest())}`,
  });
  expect(response?.httpInfo?.headers).toMatchObject({
    "Content-Type": "text/html",
    "Content-Encoding": "gzip",
  });
  expect(request?.httpInfo?.headers).toMatchObject({ host: "news.example" });
  expect(request?.warcHeader["WARC-Concurrent-To"]).toBe(response?.warcHeader["WARC-Record-ID"]);
  expect(contentOf(response)).toEqual(raw);
  expect(JSON.parse(contentOf(metadata).toString())).toEqual({ status: 200 });
  expect(contentOf(conversion).toString()).toBe("The council voted 31 to 12.");
  expect(resource?.warcHeader).toMatchObject({
    ...{ "WARC-Target-URI": `urn:view:${url}`, "Content-Type": "image/png" },
  });
  expect(contentOf(resource)).toEqual(picture);
});

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => letters.charAt(parseInt(group.padEnd(5, "0"), 2)))
    .join("")
    .padEnd(56, "=");
}
