import { createHash } from "node:crypto";

import { afterAll, expect, it } from "vitest";

import { createPageReader } from "../../../server/intake";
import { intakePort } from "../../../server/intake/port";
import { docx, pdf, zipBomb } from "../../unit/intake/hostile-files";
import { fetcherFor, stubSite } from "../fetch/stub-site";

const reader = createPageReader();
afterAll(() => reader.stop());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Takes in what a site sends under this type, the way a person's address does. */
async function taken(bytes: Uint8Array, contentType: string) {
  const site = await stubSite((request, response) => {
    if (request.url === "/report") response.writeHead(302, { location: "/file.bin" }).end();
    else response.writeHead(200, { "content-type": contentType }).end(bytes);
  });
  const address = `http://ministry.example:${site.port}`;
  return { address, read: await intakePort(fetcherFor(site), reader).fetch(`${address}/report`) };
}

it.each([
  ["application/pdf", "application/pdf", pdf(["The roads of Bath are to be renewed."])],
  [
    "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    docx(["The roads of Bath are to be renewed."]),
  ],
])("a file behind an address is read, sent as %s, and kept as %s", async (sent, kept, bytes) => {
  const { address, read } = await taken(bytes, sent);
  expect(read).toMatchObject({
    ok: true,
    value: {
      text: "The roads of Bath are to be renewed.",
      outlet: "ministry.example",
      sourceUrl: `${address}/file.bin`,
      original: { way: "fetch", mediaType: kept, url: `${address}/file.bin` },
    },
  });
  if (read.ok) expect(sha256(read.value.original.bytes)).toBe(sha256(bytes));
});

it("a file behind an address is refused by name and harms nothing", async () => {
  const { read } = await taken(zipBomb(45), "application/zip");
  expect(read).toMatchObject({ ok: false, error: expect.stringMatching(/unpacks to far more/) });
});

it("a file behind an address may not be larger than a page, and it is said how a larger one comes in", async () => {
  const large = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5_000_000, 32)]);
  const { read } = await taken(large, "application/pdf");
  expect(read).toMatchObject({
    ok: false,
    error: expect.stringMatching(/5 MB.*choose it as a file.*10 MB/),
  });
  // As it is then done: saved, and chosen as a file.
  const sentence = pdf(["The roads of Bath are to be renewed."]);
  const chosen = Buffer.concat([sentence, Buffer.from("\n%"), Buffer.alloc(6_000_000, 32)]);
  const file = { name: "report.pdf", type: "application/pdf", bytes: chosen };
  expect(await intakePort(() => Promise.reject(), reader).read(file)).toMatchObject({
    value: { text: "The roads of Bath are to be renewed." },
  });
});
