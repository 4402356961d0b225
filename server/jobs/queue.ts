import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import PgBoss from "pg-boss";
import type { Logger } from "pino";

/** A kind of job, and how one of them is done. */
export interface JobKind {
  name: string;
  /** How often it is tried again after a failure, first after `retryDelay` seconds, each time after twice as long. */
  retryLimit: number;
  retryDelay: number;
  /** Seconds after which a job whose worker has gone is given to another. Longer than any of them takes. */
  expireInSeconds: number;
  /** How many of them this process does at the same time; one unless said otherwise. */
  atOnce?: number;
  work(data: unknown, ending: AbortSignal): Promise<void>;
}

export interface NewJob {
  /** The same job sent again under its id is there once. */
  id: string;
  data: Record<string, unknown>;
}

/** Jobs in Postgres: they survive the end of a process, and of several processes one does each. */
export interface JobQueue {
  send(kind: string, jobs: readonly NewJob[]): Promise<void>;
  /** Sends a job of this kind, unless any process has within the same minute. */
  sendOncePerMinute(kind: string): Promise<void>;
  /** The same for an hour. */
  sendOncePerHour(kind: string): Promise<void>;
  /** Looks for jobs of this kind now instead of in a few seconds. */
  wake(kind: string): void;
  /** Takes no more jobs and waits for those under way; what has not ended by then is done again later. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for jobs of which nobody told. */
const lookEvery = 5_000;
/** Milliseconds for jobs under way when the process is to end. */
const stopWithin = 8_000;

export async function openJobQueue(
  databaseUrl: string,
  kinds: readonly JobKind[],
  log: Logger,
  timing: { lookEvery?: number; expiryLookSeconds?: number } = {},
): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: forPg(databaseUrl),
    application_name: "countersign jobs",
    max: 3,
    // Its own clock starts jobs whose end it does not wait for; a failure there would end the process.
    schedule: false,
    maintenanceIntervalSeconds: timing.expiryLookSeconds ?? 30,
    archiveCompletedAfterSeconds: 24 * 60 * 60,
    deleteAfterDays: 14,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the job queue met a failure"));
  try {
    await boss.start();
    for (const kind of kinds) await makeRoom(boss, kind);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  const ending = new AbortController();
  // Every loop listens to it, and so does everything that a job waits for.
  setMaxListeners(0, ending.signal);
  const loops = new Map(
    kinds.map((kind) => {
      const each = () => workThrough(boss, kind, log, ending.signal, timing.lookEvery);
      return [kind.name, Array.from({ length: kind.atOnce ?? 1 }, each)];
    }),
  );
  const sendOnceIn = async (seconds: number, kind: string) => {
    await boss.send(kind, {}, { singletonSeconds: seconds });
    wake(kind);
  };
  const wake = (kind: string) => loops.get(kind)?.forEach((loop) => loop.wake());
  return {
    async send(kind, jobs) {
      if (jobs.length === 0) return;
      await boss.insert(jobs.map(({ id, data }) => ({ id, name: kind, data })));
      wake(kind);
    },
    sendOncePerMinute: (kind) => sendOnceIn(60, kind),
    sendOncePerHour: (kind) => sendOnceIn(3_600, kind),
    wake,
    async stop() {
      ending.abort();
      const ended = Promise.all([...loops.values()].flat().map(({ done }) => done));
      await Promise.race([ended, sleep(stopWithin, undefined, { ref: false })]);
      await boss.stop({ graceful: false });
    },
  };
}

/** Processes that make the same room at once can keep each other from it; then it is there, or the next attempt makes it. */
async function makeRoom(boss: PgBoss, kind: JobKind): Promise<void> {
  const { name, retryLimit, retryDelay, expireInSeconds } = kind;
  const options = { name, retryLimit, retryDelay, retryBackoff: true, expireInSeconds };
  for (let attempt = 1; (await boss.getQueue(name)) === null; attempt += 1) {
    try {
      await boss.createQueue(name, options);
    } catch (error) {
      if (attempt === 5) throw error;
      await sleep(100 * attempt * Math.random());
    }
  }
  await boss.updateQueue(name, options);
}

/** Fetches and does jobs of one kind until it is to end. Every answer is waited for, so that no failure goes unseen. */
function workThrough(
  boss: PgBoss,
  kind: JobKind,
  log: Logger,
  ending: AbortSignal,
  pauseFor = lookEvery,
): { wake(): void; done: Promise<void> } {
  let rest = new AbortController();
  let asked = false;
  ending.addEventListener("abort", () => rest.abort());

  const one = async (job: PgBoss.Job<unknown>) => {
    try {
      await kind.work(job.data, ending);
      await boss.complete(kind.name, job.id);
    } catch (error) {
      log.warn({ err: error, job: job.id, kind: kind.name }, "a job failed");
      await boss.fail(kind.name, job.id, { message: String(error) });
    }
  };
  const work = async () => {
    while (!ending.aborted) {
      asked = false;
      // One at a time: what is fetched counts as being done, and its time begins to run.
      const jobs = await boss.fetch(kind.name).catch((error: unknown) => {
        log.warn({ err: error, kind: kind.name }, "jobs could not be fetched; trying again");
        return [];
      });
      for (const job of jobs) {
        await one(job).catch((error: unknown) => {
          log.warn({ err: error, job: job.id }, "the end of a job was not noted; it is done again");
        });
      }
      if (jobs.length > 0 || asked || ending.aborted) continue;
      rest = new AbortController();
      await sleep(pauseFor, undefined, { signal: rest.signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    wake() {
      asked = true;
      rest.abort();
    },
    done: work(),
  };
}

/** The `sslmode=require` of libpq encrypts and does not check who answers; the driver `pg` has to be told so. */
function forPg(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (url.searchParams.has("sslmode")) url.searchParams.set("uselibpqcompat", "true");
  return url.href;
}
