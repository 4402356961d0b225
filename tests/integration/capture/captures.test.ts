import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

import { addEvidence } from "~/collab/review-document";
import { addEvidenceFile } from "~/commands/add-evidence-file";
import type { EvidenceFileStore } from "~/commands/ports/evidence-files";
import { offerCaptures } from "~/commands/offer-captures";
import { publishReport } from "~/commands/publish-report";
import { askForCapture } from "~/commands/ask-for-capture";
import { evidenceFileStore } from "~/data/evidence-files.server";
import { objectStore, ObjectStoreError, type ObjectStore } from "~/data/object-store.server";
import type { Capture } from "~/domain/evidence/capture";

import {
  makeCopies,
  planCopies,
  type CopySettings,
} from "../../../server/capture/copies/make-copies";
import { stampHash } from "../../../server/capture/copies/timestamp";
import { noticing } from "../../../server/capture";
import { lookAgain } from "../../../server/capture/look-again";
import { noScreenshots } from "../../../server/capture/screenshot";
import { noticeSources } from "../../../server/capture/notice-sources";
import {
  takeCaptures,
  type CaptureTiming,
  type CaptureTools,
} from "../../../server/capture/take-captures";
import { postgresReviewDocumentStore } from "../../../server/collab/store-postgres";
import { createServiceCaller, createSourceFetcher, type CallService } from "../../../server/fetch";
import { createPageReader, type PageReader } from "../../../server/intake";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { startStamper } from "../../support/stamper";
import { contentOf, readByOthers } from "../../support/foreign-warc-reader";
import { readRecords } from "../../support/warc-reader";
import { completeDraft } from "../../support/drafts";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let reader: PageReader;
let objects: ObjectStore;
let documents: ReturnType<typeof postgresReviewDocumentStore>;
let site: Server;
let origin: (host?: string) => string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let seen: { url: string; at: number }[];

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  reader = createPageReader();
  objects = objectStore(serviceClient(desk.platform), "captures");
  documents = postgresReviewDocumentStore(desk.platform.databaseUrl ?? "");
  site = createServer((request, response) => {
    seen.push({ url: `${request.headers.host}${request.url}`, at: Date.now() });
    answer(request, response);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const address = site.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  origin = (host = "news.test") => `http://${host}:${port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await reader.stop();
  await documents.end();
  await desk.stop();
});

const page = "<!doctype html><html><body><p>The council voted 31 to 12.</p></body></html>";
beforeEach(async () => {
  seen = [];
  answer = (_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Set-Cookie": ["a=1", "b=2"] });
    response.end(page);
  };
  // What an earlier test left undone is not of this one.
  await desk.sql`update public.captures set due_at = 'infinity' where state = 'asked'`;
});

const quick: Partial<CaptureTiming> = { pause: 0, soon: 20, lease: 60_000 };
function tools(changes: Partial<CaptureTools> = {}, totalMs = 5_000): CaptureTools {
  return {
    sql: desk.sql,
    log: pino({ level: "silent" }),
    reader,
    objects,
    takeScreenshot: noScreenshots,
    fetchSource: createSourceFetcher("test", {
      resolve: async () => ["127.0.0.1"],
      permitPort: () => true,
      permitAddress: (address) => address === "127.0.0.1",
      limits: { totalMs },
    }),
    timing: quick,
    ...changes,
  };
}
const run = (changes?: Partial<CaptureTools>, totalMs?: number) =>
  takeCaptures(tools(changes, totalMs), new AbortController().signal);

async function review(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}

/** As a room commits what the lead adds. */
async function add(claimId: string, ...urls: string[]): Promise<void> {
  const doc = new Y.Doc();
  for (const url of urls) addEvidence(doc, { id: crypto.randomUUID(), url });
  const [outcome] = await documents.append([
    {
      ...{ claimId, author: people.lead.person.id, edits: 1 },
      clientIds: [doc.clientID],
      update: Y.encodeStateAsUpdate(doc),
    },
  ]);
  expect(outcome).toHaveProperty("n");
}

const capturesOf = (claimId: string) => people.lead.ports.captures.ofClaim(claimId);
async function onlyOne(claimId: string): Promise<Capture> {
  const [one, ...others] = await capturesOf(claimId);
  expect(others).toEqual([]);
  if (!one) throw new Error("There is no capture");
  return one;
}

test("a source that a review names is captured without anybody's browser, and its WARC can be read by others", async () => {
  answer = (request, response) => {
    if (request.url === "/old?utm_source=x&id=1" || request.url === "/old?id=1") {
      response.writeHead(301, { Location: "/new" }).end();
      return;
    }
    const headers = { "Content-Type": "text/html", "Content-Encoding": "gzip" };
    response.writeHead(200, { ...headers, "Set-Cookie": ["a=1", "b=2"] });
    response.end(gzipSync(page));
  };
  const claimId = await review();
  await add(claimId, `${origin()}/old?utm_source=x&id=1#top`);
  expect(await noticeSources(desk.sql, documents)).toBe(1);
  expect(await onlyOne(claimId)).toMatchObject({ state: "asked", url: `${origin()}/old?id=1` });
  expect(await run()).toBe(1);

  const capture = await onlyOne(claimId);
  expect(capture).toMatchObject({ state: "kept", failure: null, attempts: 1 });
  expect(capture.kept).toMatchObject({
    ...{ finalUrl: `${origin()}/new`, redirects: [`${origin()}/new`], status: 200 },
    ...{ remoteAddress: "127.0.0.1", bodyBytes: page.length, noText: null },
  });
  const texts = await people.lead.ports.captures.texts([capture.id]);
  expect(texts.get(capture.id)).toBe("The council voted 31 to 12.");
  const steps = await people.lead.ports.captures.steps(capture.id);
  expect(steps.map(({ state }) => state)).toEqual(["asked", "fetching", "kept"]);
  const trail = await people.lead.ports.audit.of("review", claimId);
  expect(trail.filter(({ action }) => action === "capture.kept")).toHaveLength(1);

  const warc = await people.lead.ports.captures.warc(capture);
  const records = readRecords(warc ?? new Uint8Array());
  expect(records.map(({ headers }) => headers.get("warc-type"))).toEqual([
    "warcinfo",
    ...["response", "request", "response", "request", "metadata", "conversion"],
  ]);
  const [, first, , last, request, metadata, conversion] = records;
  expect(first?.http).toMatchObject({ first: "HTTP/1.1 301 Moved Permanently" });
  expect(last?.headers.get("warc-target-uri")).toBe(`${origin()}/new`);
  expect(last?.http?.headers.filter(([name]) => name === "Set-Cookie")).toHaveLength(2);
  expect(gunzipSync(last?.http?.body ?? "").toString()).toBe(page);
  expect(request?.http?.first).toBe("GET /new HTTP/1.1");
  expect(JSON.parse(metadata?.block.toString() ?? "")).toMatchObject({
    textSha256: capture.kept?.textSha256,
    tool: "Countersign/0.1",
  });
  expect(conversion?.block.toString()).toBe("The council voted 31 to 12.");

  // A reader that shares nothing with what writes finds the same page under the same address.
  const foreign = readByOthers(warc ?? new Uint8Array());
  expect(foreign.map(({ warcType }) => warcType)).toEqual(
    records.map(({ headers }) => headers.get("warc-type")),
  );
  const replayed = foreign.findLast(({ warcType }) => warcType === "response");
  expect(replayed?.warcHeader["WARC-Target-URI"]).toBe(`${origin()}/new`);
  expect(replayed?.httpInfo?.headers).toMatchObject({
    ...{ "Content-Type": "text/html", "Content-Encoding": "gzip" },
  });
  expect(gunzipSync(contentOf(replayed)).toString()).toBe(page);
  expect(contentOf(foreign.at(-1)).toString()).toBe("The council voted 31 to 12.");
});

test("of two who add one source at the same moment, and of servers that notice it at once, comes one capture", async () => {
  const claimId = await review();
  await Promise.all([
    add(claimId, `${origin()}/twice`),
    add(claimId, `${origin()}/twice?utm_medium=mail`, "javascript:alert(1)"),
  ]);
  await Promise.all([
    noticeSources(desk.sql, documents),
    noticeSources(desk.sql, documents),
    askForCapture(people.lead.ports, people.lead.person, {
      claimId,
      address: `${origin()}/twice#x`,
    }),
  ]);
  await Promise.all([run(), run(), run()]);
  expect((await onlyOne(claimId)).state).toBe("kept");
  expect(seen).toHaveLength(1);
  const rows =
    await desk.sql`select address from public.capture_addresses where claim_id = ${claimId}`;
  expect(rows).toHaveLength(3);
});

test("a worker that dies leaves its capture to another, and changes nothing when it comes back", async () => {
  const claimId = await review();
  await add(claimId, `${origin()}/die`);
  await noticeSources(desk.sql, documents);
  // It took the capture and was never heard of again.
  const [taken] =
    await desk.sql`select * from app_private.take_capture(interval '1 minute', interval '0')`;
  expect(await run({ timing: { ...quick, lease: 60_000 } })).toBe(0);
  await desk.sql`update public.captures set began_at = began_at - interval '2 minutes' where claim_id = ${claimId}`;
  expect(await run()).toBe(1);
  const kept = await onlyOne(claimId);
  expect(kept).toMatchObject({ state: "kept", attempts: 2 });
  const [late] =
    await desk.sql`select app_private.keep_capture(${taken?.["id"]}, 1, '{}', null) as kept,
    app_private.fail_capture(${taken?.["id"]}, 1, 'fault', null) as failed`;
  expect(late).toEqual({ kept: false, failed: false });
  expect(await onlyOne(claimId)).toEqual(kept);
  await expect(
    desk.sql`update public.captures set status = 1 where claim_id = ${claimId}`,
  ).rejects.toThrow(/never changes/);

  // One that is told to end gives back what it had begun.
  answer = () => undefined;
  const other = await review();
  await add(other, `${origin()}/stop`);
  await noticeSources(desk.sql, documents);
  const ending = new AbortController();
  const working = takeCaptures(tools(), ending.signal);
  await vi.waitFor(() => expect(seen.at(-1)?.url).toContain("/stop"), 20_000);
  ending.abort();
  await working;
  expect(await onlyOne(other)).toMatchObject({ state: "asked", failure: null });
});

test("a worker whose process is killed mid-way, or that dies once the bytes are kept, leaves nothing by halves", async () => {
  const claimId = await review();
  const url = `${origin("127.0.0.1")}/killed`;
  await desk.sql`select app_private.ask_for_capture(${claimId}, ${url}, ${new URL(url).host}, ${url})`;
  answer = (_request, response) => {
    // Half of the page, and no end.
    response.writeHead(200, { "Content-Type": "text/html" }).write(page.slice(0, 20));
  };
  const script = ["--import", "tsx", path.join("tests", "support", "capture-process.ts")];
  const place = new URL(url).host;
  const child = spawn(process.execPath, [...script, desk.platform.databaseUrl ?? "", place], {
    stdio: "inherit",
  });
  await vi.waitFor(() => expect(seen).toHaveLength(1), 30_000);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await onlyOne(claimId)).toMatchObject({ state: "fetching", attempts: 1, kept: null });
  const expire = () =>
    desk.sql`update public.captures set began_at = began_at - interval '2 minutes' where claim_id = ${claimId}`;

  // The next one keeps the bytes, and dies before it can say so.
  answer = (_request, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end(page);
  await expire();
  let isKept = false;
  const dying: ObjectStore = {
    ...objects,
    keep: async (...kept) => {
      await objects.keep(...kept);
      isKept = true;
      await new Promise(() => undefined);
    },
  };
  void run({ objects: dying });
  await vi.waitFor(() => expect(isKept).toBe(true), 10_000);
  expect(await onlyOne(claimId)).toMatchObject({ state: "fetching", attempts: 2, kept: null });

  await expire();
  expect(await run()).toBe(1);
  const capture = await onlyOne(claimId);
  expect(capture).toMatchObject({ state: "kept", attempts: 3 });
  const warc = await people.lead.ports.captures.warc(capture);
  expect(readRecords(warc ?? new Uint8Array()).length).toBe(5);
  const trail = await people.lead.ports.audit.of("review", claimId);
  expect(trail.filter(({ action }) => action === "capture.kept")).toHaveLength(1);
}, 60_000);

test("storage that is away for a while or full is named, and tried again until it works", async () => {
  const claimId = await review();
  await add(claimId, `${origin()}/store`);
  await noticeSources(desk.sql, documents);
  const failing = (kind: "away" | "disk_full"): ObjectStore => ({
    ...objects,
    keep: () => Promise.reject(new ObjectStoreError(kind, null)),
  });
  const due = () => desk.sql`update public.captures set due_at = now() where claim_id = ${claimId}`;
  await run({ objects: failing("away") });
  const waiting = await onlyOne(claimId);
  expect(waiting).toMatchObject({ state: "asked", failure: "store_away" });
  expect(Date.parse(waiting.dueAt)).toBeGreaterThan(Date.now());
  await due();
  await run({ objects: failing("disk_full") });
  expect(await onlyOne(claimId)).toMatchObject({ state: "asked", failure: "disk_full" });
  await due();
  await run();
  expect(await onlyOne(claimId)).toMatchObject({ state: "kept", attempts: 3 });
});

test("the folder of the embedded default says that the disk is full, and keeps nothing by halves", async () => {
  const folder = path.join(desk.dataDir, "objects");
  const before = fs.readdirSync(path.join(folder, "captures"));
  const { open } = fs.promises;
  const full = vi.spyOn(fs.promises, "open").mockImplementationOnce(async (...args) => {
    const handle = await open(...args);
    handle.writeFile = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
    return handle;
  });
  await expect(objects.keep("x", new Uint8Array([1]), "text/plain")).rejects.toMatchObject({
    kind: "disk_full",
  });
  full.mockRestore();
  expect(fs.readdirSync(path.join(folder, "captures"))).toEqual(before);
  expect(await objects.read("x")).toBeNull();
  await objects.keep("x", new Uint8Array([1]), "text/plain");
  await objects.keep("x", new Uint8Array([2]), "text/plain");
  expect(await objects.read("x")).toEqual(new Uint8Array([1]));
  // No name leads out of the folder, and nobody but the server comes in.
  await objects.keep("..%2F..%2F..%2Fevil", new Uint8Array([1]), "text/plain");
  expect(fs.existsSync(path.join(desk.dataDir, "..", "evil"))).toBe(false);
  const { error } = await people.lead.supabase.storage.from("captures").download("x");
  expect(error).not.toBeNull();
});

test("a source that does not answer in time, is gone, private or no page has its reason by name, and can be tried again", async () => {
  answer = (request, response) => {
    // Later than anybody waits.
    if (request.url === "/slow") {
      setTimeout(() => response.end(page), 30_000).unref();
      return;
    }
    response.writeHead(request.url === "/gone" ? 404 : 503).end();
  };
  const claimId = await review();
  const names = { "/slow": "timeout", "/gone": "http_gone", "/busy": "http_trouble" };
  await add(claimId, ...Object.keys(names).map((one) => origin() + one), "http://127.0.0.2/x");
  await noticeSources(desk.sql, documents);
  await run({}, 300);
  const byPath = async () =>
    new Map((await capturesOf(claimId)).map((one) => [new URL(one.url).pathname, one]));
  const failed = await byPath();
  for (const [name, failure] of Object.entries(names)) {
    expect(failed.get(name)).toMatchObject({ failure });
  }
  expect(failed.get("/gone")?.state).toBe("failed");
  expect(failed.get("/slow")?.state).toBe("asked");
  expect(failed.get("/x")).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/private|port/),
  });

  answer = (_request, response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end(page);
  const { ports, person } = people.lead;
  for (const name of ["/slow", "/gone"]) {
    value(await askForCapture(ports, person, { claimId, address: origin() + name }));
  }
  await run();
  const again = await byPath();
  expect([again.get("/slow")?.state, again.get("/gone")?.state]).toEqual(["kept", "kept"]);
});

test("of a hundred sources each is captured once, few at a time, and one at a time of one site", async () => {
  let open = 0;
  let most = 0;
  const openOf = new Map<string, number>();
  let mostOfSite = 0;
  answer = (request, response) => {
    const host = request.headers.host ?? "";
    open += 1;
    openOf.set(host, (openOf.get(host) ?? 0) + 1);
    most = Math.max(most, open);
    mostOfSite = Math.max(mostOfSite, openOf.get(host) ?? 0);
    setTimeout(() => {
      open -= 1;
      openOf.set(host, (openOf.get(host) ?? 0) - 1);
      response.writeHead(200, { "Content-Type": "text/plain" }).end(`Page ${request.url}`);
    }, 5);
  };
  const claimId = await review();
  const urls = Array.from({ length: 100 }, (_, n) => `${origin(`site-${n % 10}.test`)}/${n}`);
  await add(claimId, ...urls);
  expect(await noticeSources(desk.sql, documents)).toBe(100);
  await Promise.all([run(), run(), run(), run()]);
  const captures = await capturesOf(claimId);
  expect(captures.filter(({ state }) => state === "kept")).toHaveLength(100);
  expect(seen).toHaveLength(100);
  expect(most).toBeLessThanOrEqual(4);
  expect(mostOfSite).toBe(1);
});

test("captures are shown to whoever may read the review: to no second reviewer before deciding", async () => {
  const claimId = await review();
  await add(claimId, `${origin()}/secret`);
  await noticeSources(desk.sql, documents);
  await run();
  const { id } = await onlyOne(claimId);
  const { second } = people;
  expect(await second.ports.captures.ofClaim(claimId)).toEqual([]);
  expect(await second.ports.captures.find(id)).toBeNull();
  expect((await second.ports.captures.texts([id])).size).toBe(0);
  expect(await second.ports.captures.steps(id)).toEqual([]);
  const asked = await askForCapture(second.ports, second.person, {
    claimId,
    address: "https://a.test/",
  });
  expect(asked).toMatchObject({ ok: false, error: { kind: "not_found" } });
  const trail = await second.ports.audit.of("review", claimId);
  expect(JSON.stringify(trail)).not.toContain("capture");
});

test("files beside a source are kept by their content, once, and shown to whoever may read the review", async () => {
  const claimId = await review();
  const { ports } = people.lead;
  const pdf = new TextEncoder().encode("%PDF-1.7 ...");
  const add = (name: string, bytes: Uint8Array, by = people.lead) =>
    addEvidenceFile(by.ports, by.person, { claimId, card: "e1" }, { name, bytes });
  const id = value(await add("C:\\papers\\minutes.html", pdf));
  expect(value(await add("again.pdf", pdf))).toBe(id);
  const [file, ...others] = await ports.evidenceFiles.ofClaim(claimId);
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: "minutes.html.pdf", kind: "pdf", bytes: pdf.length });
  expect(file && (await ports.evidenceFiles.read(file))).toEqual(pdf);
  const trail = await ports.audit.of("review", claimId);
  expect(trail.filter(({ action }) => action === "evidence.file_added")).toHaveLength(1);
  for (const evil of ["<svg onload=alert(1)>", "<html>", "MZ", ""]) {
    expect(await add("a.png", new TextEncoder().encode(evil))).toMatchObject({ ok: false });
  }
  const { second } = people;
  expect(await second.ports.evidenceFiles.ofClaim(claimId)).toEqual([]);
  expect(await second.ports.evidenceFiles.find(id)).toBeNull();
  expect(await add("a.pdf", pdf, second)).toMatchObject({ error: { kind: "not_found" } });
  expect(JSON.stringify(await second.ports.audit.of("review", claimId))).not.toContain("file");
  const full: EvidenceFileStore = evidenceFileStore(people.lead.supabase, {
    ...objects,
    keep: () => Promise.reject(new ObjectStoreError("disk_full", null)),
  });
  const refused = await full.add({ claimId, card: "e1", name: "x", kind: "pdf", bytes: pdf });
  expect(refused).toMatchObject({ error: { message: expect.stringContaining("disk is full") } });
  await bringTo(desk, people, claimId, "second_review");
  expect(await add("late.pdf", new TextEncoder().encode("%PDF-2"))).toMatchObject({ ok: false });
});

test("a published source is looked at again after days and when asked, and readers are told what became of it", async () => {
  const cited = completeDraft().evidence[0]?.url ?? "";
  let words = "At the end the motion was carried. Then all went home.";
  let status = 200;
  answer = (_request, response) =>
    response.writeHead(status, { "Content-Type": "text/plain" }).end(words);
  const { claim, articleId } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "approved");
  const at = new URL(`${origin()}/cited`);
  await desk.sql`select app_private.ask_for_capture(${claim.id}, ${at.href}, ${at.host}, ${cited})`;
  await run();
  const { id } = await onlyOne(claim.id);
  const { version } = await reread(people.editor, claim.id);
  const known = () => desk.anonymous.captures.published([claim.id]);
  expect(await known()).toEqual([]);
  value(
    await publishReport(people.editor.ports, people.editor.person, {
      articleId,
      headline: "What was carried",
      summary: "All of it.",
      verdicts: [{ claimId: claim.id, version, shortClaim: "It was carried" }],
    }),
  );
  const kept = (await onlyOne(claim.id)).kept;
  expect(await known()).toEqual([
    expect.objectContaining({ id, address: cited, warcSha256: kept?.warcSha256, outcome: null }),
  ]);
  const { fetchSource } = tools();
  const look = (days: number) => lookAt(new Date(Date.now() + days * 86_400_000));
  const lookAt = async (now: Date, store = objects) => {
    await desk.sql`select app_private.plan_looks(${now})`;
    return lookAgain(
      desk.sql,
      { fetchSource, reader, objects: store, takeScreenshot: noScreenshots },
      new AbortController().signal,
      0,
    );
  };
  const { captures } = people.editor.ports;
  const outcomes = async () => (await captures.looks(id)).map((one) => [one.days, one.outcome]);
  expect(await look(6)).toBe(0);
  expect(await look(8)).toBe(1);
  expect(await look(9)).toBe(0);
  expect(await outcomes()).toEqual([[7, "same"]]);
  words = `Advertisement. ${words} More of it tomorrow.`;
  expect(await look(31)).toBe(1);
  expect(await outcomes()).toEqual([
    [30, "differs"],
    [7, "same"],
  ]);
  expect(await captures.lost()).toEqual([]);
  // What readers are told nothing of is kept for the desk, and offered to nobody.
  const later = () => captures.later(id);
  expect(await later()).toHaveLength(1);
  expect((await known())[0]).toMatchObject({ isOffered: false, later: null });
  const before = words;
  words = "At the end the motion was rejected.";
  // While Storage is away nothing is told by halves: the look is made again.
  const away = () => Promise.reject(new ObjectStoreError("away", null));
  expect(await lookAt(new Date(Date.now() + 91 * 86_400_000), { ...objects, keep: away })).toBe(1);
  expect(await outcomes()).toHaveLength(2);
  await desk.sql`update public.source_looks set due_at = now() where looked_at is null`;
  expect(await look(91)).toBe(1);
  const [changed] = await known();
  const [newest, older] = await later();
  if (!changed || !newest || !older) throw new Error("What the source says since was not kept");
  expect(changed).toMatchObject({
    ...{ outcome: "changed", isOffered: true },
    later: { fetchedAt: newest.fetchedAt, warcSha256: newest.warcSha256 },
  });
  const anybody = desk.anonymous.captures;
  expect(await anybody.publishedText(changed)).toBe(
    kept && "At the end the motion was carried. Then all went home.",
  );
  expect(await anybody.publishedText(changed, "later")).toBe(words);
  expect(await captures.laterText(newest.lookId)).toBe(words);
  expect(await captures.laterText(older.lookId)).toBe(before);
  const since = readRecords((await anybody.publishedWarc(changed, "later")) ?? new Uint8Array());
  expect(
    since.find(({ headers }) => headers.get("warc-type") === "response")?.http?.body.toString(),
  ).toBe(words);
  await expect(
    desk.sql`update public.later_captures set status = 1 where look_id = ${newest.lookId}`,
  ).rejects.toThrow(/append-only/);
  // The same bytes are kept once, however often somebody looks.
  value(await captures.lookAgain(id));
  expect(await look(91)).toBe(1);
  expect(await later()).toHaveLength(2);
  // Whoever asks twice has it looked at once.
  status = 410;
  value(await captures.lookAgain(id));
  value(await captures.lookAgain(id));
  expect(await look(91)).toBe(1);
  expect(await captures.lost()).toMatchObject([{ captureId: id, outcome: "gone" }]);
  expect(await people.lead.ports.captures.lost()).toEqual([]);
  // One that cannot be reached is not called gone, and is tried again first.
  status = 503;
  value(await captures.lookAgain(id));
  await look(91);
  expect((await outcomes())[0]).toEqual([null, "gone"]);
  const lookLater = async () => {
    await desk.sql`update public.source_looks set due_at = now() where looked_at is null`;
    await look(91);
  };
  await lookLater();
  await lookLater();
  expect((await outcomes())[0]).toEqual([null, "unreachable"]);
  // For readers it stays gone, with what came in its place.
  const [gone] = await known();
  expect(gone).toMatchObject({ outcome: "gone", later: { textSha256: null } });
  expect((await later()).map(({ status: answered }) => answered)).toEqual([410, 200, 200]);

  const admin = await desk.join("admin");
  const refused = await offerCaptures(people.editor.ports, people.editor.person, {
    offer: "always",
  });
  expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  value(await offerCaptures(admin.ports, admin.person, { offer: "never" }));
  const [withheld] = await known();
  if (!withheld) throw new Error("Nothing is known");
  expect(await anybody.publishedWarc(withheld)).toBeNull();
  // Whoever asks the database instead of the page is told nothing either.
  expect(await anybody.publishedText({ ...withheld, isOffered: true })).toBeNull();
  const { data } = await desk.anonymousClient.from("later_capture_texts").select("*");
  expect(data ?? []).toEqual([]);
  value(await offerCaptures(admin.ports, admin.person, { offer: "always" }));
  const [offered] = await known();
  const warc = offered && (await anybody.publishedWarc(offered));
  expect(readRecords(warc ?? new Uint8Array()).length).toBe(5);
  await expect(
    desk.sql`update public.source_looks set outcome = 'same' where capture_id = ${id}`,
  ).rejects.toThrow(/never changes/);
});

// The authority of this test is openssl's own; where there is none the rest is tested all the same.
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

test.skipIf(!hasOpenssl)(
  "copies elsewhere are asked for, retried and kept, and nothing waits for them",
  async () => {
    const claimId = await review();
    await add(claimId, `${origin()}/copied`);
    await noticeSources(desk.sql, documents);
    await run();
    const { id, kept } = await onlyOne(claimId);
    const asked: string[] = [];
    let pending = 1;
    let isAway = true;
    const stamper = startStamper(desk.dataDir);
    answer = (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const body = Buffer.concat(parts);
        asked.push(`${request.method} ${request.url}`);
        if (isAway) return response.writeHead(503).end();
        if (request.url === "/stamp") return response.end(stamper.reply(body));
        const { authorization } = request.headers;
        if (authorization !== "LOW me:secret") return response.writeHead(401).end("{}");
        const json = (value: unknown) => response.end(JSON.stringify(value));
        if (request.url === "/save") return json({ url: body.toString(), job_id: "spn2-abc" });
        pending -= 1;
        if (pending >= 0) return json({ status: "pending", resources: [] });
        const original_url = `${origin()}/copied`;
        return json({ status: "success", timestamp: "20261128041500", original_url });
      });
    };
    const settings: CopySettings = {
      archive: { url: origin(), key: "me:secret" },
      timestampUrl: `${origin()}/stamp`,
      call: createServiceCaller({
        resolve: async () => ["127.0.0.1"],
        permitPort: () => true,
        permitAddress: (address) => address === "127.0.0.1",
      }),
    };
    const log = pino({ level: "silent" });
    const copies = () => people.lead.ports.captures.copies(id);
    const step = async () => {
      // Of other tests' captures nothing is to be copied here.
      await desk.sql`update public.capture_copies set due_at = case when capture_id = ${id} then now() else 'infinity' end
      where state in ('asked', 'working')`;
      await makeCopies(desk.sql, settings, log, new AbortController().signal);
    };
    await planCopies(desk.sql, settings);
    await planCopies(desk.sql, settings);
    await step();
    expect(await copies()).toMatchObject([
      { kind: "archive", state: "asked", failure: "The archive answered 503." },
      { kind: "timestamp", state: "asked", failure: "The timestamp service answered 503." },
    ]);
    isAway = false;
    await step();
    await step();
    await step();
    expect(await copies()).toMatchObject([
      { kind: "archive", state: "kept", url: `${origin()}/web/20261128041500/${origin()}/copied` },
      { kind: "timestamp", state: "kept" },
    ]);
    expect(asked.filter((one) => one === "POST /save")).toHaveLength(2);
    expect(asked.filter((one) => one === "GET /save/status/spn2-abc")).toHaveLength(2);
    expect(asked.filter((one) => one === "POST /stamp")).toHaveLength(2);
    const token = await people.lead.ports.captures.timestampToken(id);
    expect(stamper.verify(token ?? new Uint8Array(), kept?.warcSha256 ?? "")).toBe(true);
    expect(stamper.verify(token ?? new Uint8Array(), "ab".repeat(32))).toBe(false);
    expect(await people.second.ports.captures.copies(id)).toEqual([]);
    // The answer to another question is none.
    const call: CallService = async () => ({ status: 200, body: token ?? new Uint8Array() });
    const other = await stampHash(
      "https://tsa.test",
      call,
      "ab".repeat(32),
      new AbortController().signal,
    );
    expect(other).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("something else"),
    });
  },
);

test("what is committed with an address in it is noticed, whoever commits it", async () => {
  const heard = vi.fn();
  const store = noticing({ ...documents, append: async () => [{ n: 1 }] }, heard);
  const edit = (fill: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    fill(doc);
    const row = { claimId: "c", author: "a", edits: 1, clientIds: [] };
    return store.append([{ ...row, update: Y.encodeStateAsUpdate(doc) }]);
  };
  await edit((doc) => doc.getText("summary").insert(0, "Words alone"));
  expect(heard).not.toHaveBeenCalled();
  await edit((doc) => void addEvidence(doc, { id: "e", url: "https://a.test/" }));
  expect(heard).toHaveBeenCalledOnce();
});
