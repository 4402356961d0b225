import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { isBehind } from "~/domain/log/checkpoint-place";
import { readCheckpoint } from "~/domain/log/checkpoint";

import { createServiceCaller, permitted } from "../../../server/fetch";
import { copyCheckpoints, type CheckpointPlaces } from "../../../server/log/copies";
import { startDesk, type TestDesk } from "../../support/desk";
import { newPublication } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";
import { startStamper, type Stamper } from "../../support/stamper";

let desk: TestDesk;
let people: Cast;
let stamper: Stamper;
let server: Server;
let site: string;
let status: number;
let posted: string[];
const failures: unknown[] = [];

beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  stamper = startStamper(desk.dataDir);
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts);
      if (request.url === "/stamp") return response.end(stamper.reply(body));
      posted.push(body.toString("utf8"));
      response.statusCode = status;
      return response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  site = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await desk.stop();
});
beforeEach(() => {
  status = 204;
  posted = [];
});

const nowhere: CheckpointPlaces = { directory: null, git: null, webhook: null, timestamp: null };
const copy = (places: Partial<CheckpointPlaces>) =>
  copyCheckpoints(
    {
      ...{ sql: desk.sql, places: { ...nowhere, ...places } },
      log: { warn: (fault: unknown) => failures.push(fault) },
      call: createServiceCaller(permitted([site])),
    },
    new AbortController().signal,
  );

/** A publication and the checkpoint that was signed after it. */
async function signed(): Promise<{ note: string; size: number }> {
  await newPublication(desk, people);
  const note = (await desk.anonymous.publicLog.checkpoint()) ?? "";
  const read = readCheckpoint(note);
  if (!read.ok) throw new Error(read.error);
  return { note, size: read.value.size };
}

const standing = async (place: string) =>
  (await desk.anonymous.checkpointCopies.standings()).find((one) => one.place === place);
const due = (place: string) =>
  desk.sql`update public.checkpoint_copies set due_at = now() where place = ${place} and state = 'waiting'`;

test("of a directory that is new the newest checkpoint is there, then every one, each in its own file", async () => {
  const directory = path.join(desk.dataDir, "copies", "deep");
  await signed();
  const newest = await signed();
  await copy({ directory });
  expect(fs.readdirSync(directory)).toHaveLength(2);
  expect(fs.readFileSync(path.join(directory, "checkpoint"), "utf8")).toBe(newest.note);

  const next = [await signed(), await signed()];
  await copy({ directory });
  await copy({ directory });
  const files = fs.readdirSync(directory).toSorted();
  expect(files).toHaveLength(4);
  expect(files.slice(2).map((name) => fs.readFileSync(path.join(directory, name), "utf8"))).toEqual(
    next.map(({ note }) => note),
  );
  expect(fs.readFileSync(path.join(directory, "checkpoint"), "utf8")).toBe(next[1]?.note);
  expect(await standing("directory")).toMatchObject({ waiting: 0, size: next[1]?.size });
});

test("a git remote gets a commit for each, on top of what it has and without force", async () => {
  const remote = path.join(desk.dataDir, "remote.git");
  const git = (...args: string[]) => execFileSync("git", ["-C", remote, ...args]).toString();
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", remote]);
  const first = await signed();
  await copy({ git: remote });
  expect(git("show", "main:checkpoint")).toBe(first.note);
  const before = git("rev-parse", "main").trim();

  const second = await signed();
  await copy({ git: remote });
  expect(git("show", "main:checkpoint")).toBe(second.note);
  expect(git("log", "--format=%s", "main").trim().split("\n")).toEqual([
    `Checkpoint of ${second.size} entries`,
    `Checkpoint of ${first.size} entries`,
  ]);
  expect(git("merge-base", before, "main").trim()).toBe(before);
  expect(git("ls-tree", "--name-only", "main").trim().split("\n")).toHaveLength(3);
});

test("what a place does not take is kept waiting with why, and sent when it does", async () => {
  const places = { webhook: `http://${site}/hook` };
  status = 500;
  const { note, size } = await signed();
  await copy(places);
  expect(posted).toEqual([note]);
  const waiting = await standing("webhook");
  expect(waiting).toMatchObject({ waiting: 1, failure: "The webhook answered 500.", size: null });
  if (!waiting?.since) throw new Error("Nothing waits");
  expect(isBehind(waiting, new Date(Date.parse(waiting.since) + 14 * 60_000))).toBe(false);
  expect(isBehind(waiting, new Date(Date.parse(waiting.since) + 16 * 60_000))).toBe(true);

  // Not before its time.
  status = 204;
  await copy(places);
  expect(posted).toHaveLength(1);
  await due("webhook");
  await copy(places);
  expect(posted).toEqual([note, note]);
  expect(await standing("webhook")).toMatchObject({ waiting: 0, since: null, failure: null, size });
});

test("one place that is away holds up no other, and says what is wrong without a password", async () => {
  const { note } = await signed();
  const directory = path.join(desk.dataDir, "beside");
  await copy({ directory, git: `http://name:secret@${site}/nothing.git` });
  expect(fs.readFileSync(path.join(directory, "checkpoint"), "utf8")).toBe(note);
  const { waiting, failure } = (await standing("git")) ?? {};
  expect(waiting).toBeGreaterThan(0);
  expect(failure).toMatch(/^git [a-z-]+: /);
  expect(failure).not.toContain("secret");
});

test("an authority's timestamp over the note is kept and served", async () => {
  const { note, size } = await signed();
  await copy({ timestamp: `http://${site}/stamp` });
  const found = await desk.anonymous.checkpointCopies.timestamp(size);
  expect(found?.note).toBe(note);
  const hash = createHash("sha256").update(note).digest("hex");
  expect(stamper.verify(found?.reply ?? new Uint8Array(), hash)).toBe(true);
  expect(await desk.anonymous.checkpointCopies.timestamp(size + 1)).toBeNull();
});

test("two processes send each checkpoint once", async () => {
  const places = { webhook: `http://${site}/hook` };
  await copy(places);
  posted = [];
  const [one, other] = [await signed(), await signed()];
  await Promise.all([copy(places), copy(places), copy(places)]);
  expect(posted.toSorted()).toEqual([one.note, other.note].toSorted());
});
