import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, expect, it } from "vitest";

import { objectStore, type ObjectStore } from "~/data/object-store.server";

import { serviceClient, startSupabase } from "../../../server/supabase";

/** Storage as a project has it: apart from the server, over HTTP. */
let storage: Server;
let store: ObjectStore;
let answer: (path: string, response: ServerResponse) => void;
let asked: string[] = [];
beforeAll(async () => {
  storage = createServer((request, response) => {
    request.resume().on("end", () => {
      asked.push(`${request.method} ${request.url}`);
      answer(request.url ?? "", response);
    });
  });
  await new Promise<void>((resolve) => storage.listen(0, "127.0.0.1", resolve));
  const { port } = storage.address() as AddressInfo;
  const platform = await startSupabase({
    env: {
      SUPABASE_URL: `http://127.0.0.1:${port}`,
      SUPABASE_ANON_KEY: "anon",
      SUPABASE_SERVICE_ROLE_KEY: "service",
    },
    dataDir: "",
  });
  store = objectStore(serviceClient(platform), "captures", 500);
});
afterAll(async () => {
  storage.closeAllConnections();
  await new Promise((resolve) => storage.close(resolve));
});

const bytes = new Uint8Array([1, 2, 3]);
const keep = () => store.keep("a.warc.gz", bytes, "application/warc");
const said = (status: number, message: string) => (_path: string, response: ServerResponse) =>
  void response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ statusCode: String(status), error: message, message }));

it.each([
  [
    "breaks the connection off",
    (_: string, response: ServerResponse) => void response.destroy(),
    "away",
  ],
  ["does not answer", () => undefined, "away"],
  ["answers that it is overloaded", said(503, "Service Unavailable"), "away"],
  [
    "answers with a page of its proxy",
    (_: string, response: ServerResponse) =>
      void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"),
    "away",
  ],
  ["has no room left", said(507, "Insufficient Storage"), "disk_full"],
  ["is beyond its quota", said(400, "Project storage quota exceeded"), "disk_full"],
])("Storage that %s is told by name, for keeping and for reading", async (_what, way, kind) => {
  answer = way;
  await expect(keep()).rejects.toMatchObject({ name: "ObjectStoreError", kind });
  await expect(store.read("a.warc.gz")).rejects.toMatchObject({ name: "ObjectStoreError", kind });
});

it("Storage that nobody reaches is away, and takes everything once it is back", async () => {
  const { port } = storage.address() as AddressInfo;
  storage.closeAllConnections();
  await new Promise((resolve) => storage.close(resolve));
  await expect(keep()).rejects.toMatchObject({ kind: "away" });
  await expect(store.read("a.warc.gz")).rejects.toMatchObject({ kind: "away" });
  await new Promise<void>((resolve) => storage.listen(port, "127.0.0.1", resolve));
  answer = (_path, response) =>
    void response
      .writeHead(200, { "content-type": "application/json" })
      .end('{"Key":"captures/a"}');
  await keep();
});

it("what is there already is kept, and what is not there is not there", async () => {
  answer = said(409, "The resource already exists");
  await keep();
  answer = said(404, "Object not found");
  expect(await store.read("a.warc.gz")).toBeNull();
});

it("makes its place, which nobody else reads, when it is first missed", async () => {
  asked = [];
  let isThere = false;
  answer = (path, response) => {
    if (path.endsWith("/bucket")) isThere = true;
    (isThere ? said(200, "ok") : said(404, "Bucket not found"))(path, response);
  };
  await keep();
  expect(asked).toEqual([
    "POST /storage/v1/object/captures/a.warc.gz",
    "POST /storage/v1/bucket",
    "POST /storage/v1/object/captures/a.warc.gz",
  ]);
});
