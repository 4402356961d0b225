import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { createInterface } from "node:readline";

import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";

import { startJobs } from "../../../server/jobs";
import { openJobQueue, type JobKind, type JobQueue } from "../../../server/jobs/queue";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { slow } from "../../support/slow-jobs";

let desk: TestDesk;
beforeAll(async () => void (desk = await startDesk()));
afterAll(() => desk.stop());

const open: JobQueue[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.stop()));
});
async function worker(kind: JobKind): Promise<JobQueue> {
  const timing = { lookEvery: 50, expiryLookSeconds: 1 };
  const url = desk.platform.databaseUrl ?? "";
  const queue = await openJobQueue(url, [kind], pino({ level: "silent" }), timing);
  open.push(queue);
  return queue;
}
const kind = (name: string, work: JobKind["work"]): JobKind => ({
  name,
  retryLimit: 3,
  retryDelay: 1,
  expireInSeconds: 60,
  work,
});
const jobs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: randomUUID(), data: { n } }));

it("of two workers that begin at once, one does each job", async () => {
  const done: unknown[] = [];
  const work = async (data: unknown) => {
    done.push(data);
    await sleep(5);
  };
  const [one, other] = await Promise.all([
    worker(kind("count", work)),
    worker(kind("count", work)),
  ]);
  const sent = jobs(40);
  // Both send all of them: the same job is there once.
  await Promise.all([one.send("count", sent), other.send("count", sent)]);
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(40), 20_000);
  await sleep(300);
  expect(done).toHaveLength(40);
  expect(new Set(done.map((data) => JSON.stringify(data))).size).toBe(40);
  await Promise.all([one.send("count", sent), other.send("count", sent)]);
  await sleep(300);
  expect(done).toHaveLength(40);
});

it("a look around is asked for by many and done once a minute", async () => {
  let looks = 0;
  const looking = kind("look", async () => void (looks += 1));
  const [one, other] = await Promise.all([worker(looking), worker(looking)]);
  const minute = () => Math.floor(Date.now() / 60_000);
  const began = minute();
  await Promise.all([one, other, one].map((queue) => queue.sendOncePerMinute("look")));
  await vi.waitFor(() => expect(looks).toBeGreaterThan(0), 10_000);
  await sleep(300);
  if (minute() === began) expect(looks).toBe(1);
});

it("a job that fails is tried again", async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 2) throw new Error("The mail server is away");
  };
  const queue = await worker(kind("again", work));
  const [job] = jobs(1);
  if (!job) throw new Error("No job");
  await queue.send("again", [job]);
  await vi.waitFor(() => expect(tries).toBe(2), 20_000);
  await vi.waitFor(async () => {
    const [row] = await desk.sql`select state from pgboss.job where id = ${job.id}`;
    expect(row?.["state"]).toBe("completed");
  }, 20_000);
});

it("a job whose process is killed is done by another, once", async () => {
  const script = path.join("tests", "support", "job-process.ts");
  const args = ["--import", "tsx", script, desk.platform.databaseUrl ?? ""];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await said.next()).value).toBe("ready");
  const done: unknown[] = [];
  const sender = await worker(kind("unrelated", async () => undefined));
  await sender.send("slow", jobs(1));
  expect((await said.next()).value).toBe("began");
  child.kill("SIGKILL");
  await once(child, "exit");
  const work = async (data: unknown) => void done.push(data);
  await Promise.all([worker(slow(work)), worker(slow(work))]);
  await vi.waitFor(() => expect(done).toEqual([{ n: 0 }]), 20_000);
  await sleep(2_500);
  expect(done).toHaveLength(1);
});

it("what was read and not saved within two days is dropped, without anybody taking anything in", async () => {
  const editor = await desk.join("editor");
  const stage = async (age: string) => {
    const original = { way: "paste", mediaType: "text/plain", name: null, url: null } as const;
    const bytes = new TextEncoder().encode(age);
    const id = value(await editor.ports.originals.stage({ ...original, bytes }));
    await desk.sql`update app_private.staged_originals
      set created_at = created_at - ${age}::interval where id = ${id}`;
    return id;
  };
  const fresh = await stage("47 hours");
  const stale = await stage("49 hours");
  const jobs = startJobs({
    ...{ databaseUrl: desk.platform.databaseUrl ?? "", site: "https://checks.example.org" },
    post: { send: async () => undefined, close: () => undefined },
    log: pino({ level: "silent" }),
    reader: { feed: () => Promise.reject(new Error("Not part of this test")) },
  });
  try {
    await vi.waitFor(async () => {
      const rows = await desk.sql`select id from app_private.staged_originals
        where id in (${fresh}, ${stale})`;
      expect(rows.map(({ id }) => String(id))).toEqual([fresh]);
    }, 20_000);
  } finally {
    await jobs.stop();
  }
});

it("stops while a job does not come to an end", async () => {
  let began = false;
  const work = (_: unknown, ending: AbortSignal) => {
    began = true;
    return new Promise<void>((resolve) => ending.addEventListener("abort", () => resolve()));
  };
  const queue = await worker(kind("long", work));
  await queue.send("long", jobs(1));
  await vi.waitFor(() => expect(began).toBe(true), 10_000);
  const before = Date.now();
  await queue.stop();
  open.splice(0);
  expect(Date.now() - before).toBeLessThan(5_000);
});

it("is out of reach of people’s tokens", async () => {
  const reviewer = await desk.join("reviewer");
  const { data, error } = await reviewer.supabase.schema("pgboss").from("job").select("id");
  expect(data).toBeNull();
  expect(error).not.toBeNull();
  const rights = await desk.sql`
    select r from unnest(array['anon', 'authenticated', 'service_role']) r
      where has_schema_privilege(r, 'pgboss', 'usage')`;
  expect([...rights]).toEqual([]);
});
