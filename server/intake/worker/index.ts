import type { Worker } from "node:worker_threads";

import { fail } from "~/domain/result";

import type { CheckSourceResult } from "../../checks/read-source";
import type { FeedResult } from "../feeds/read-feed";
import { brokenOff, busy, tooMuchMemory, tooSlow, type ReadProblem } from "../problem";
import type { ReadResult } from "../read-draft";
import type { CheckJob, FeedJob, ReaderNews, ReadJob } from "./protocol";
import { startThread } from "./start-thread";

/** Reads pages and files apart from the thread that serves people, one at a time. */
export interface PageReader {
  /** Never rejects: what goes wrong is a problem by name. */
  read(job: ReadJob): Promise<ReadResult>;
  feed(job: FeedJob): Promise<FeedResult>;
  checks(job: CheckJob): Promise<CheckSourceResult>;
  stop(): Promise<void>;
}

export interface ReaderLimits {
  /** Milliseconds for a first result, from when the thread began. */
  firstWithin: number;
  /** Milliseconds for the second opinion after it; without it the first result stands. */
  secondWithin: number;
  /** Milliseconds after which a thread without work is ended. */
  restsFor: number;
  memoryMb: number;
  /** By how much the process may grow while it reads, in MB: what is unpacked does not count as memory of the thread. */
  growthMb: number;
  mostWaiting: number;
  start: typeof startThread;
}

const usual: ReaderLimits = {
  firstWithin: 10_000,
  secondWithin: 5_000,
  restsFor: 120_000,
  memoryMb: 512,
  growthMb: 900,
  mostWaiting: 20,
  start: startThread,
};

export function createPageReader(changes: Partial<ReaderLimits> = {}): PageReader {
  const limits = { ...usual, ...changes };
  let thread: Promise<Worker> | null = null;
  let resting: NodeJS.Timeout | undefined;
  let stopped = false;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const ending = thread;
    thread = null;
    clearTimeout(resting);
    await ending?.then((ended) => ended.terminate()).catch(() => undefined);
  }

  async function readNow<T extends Answer>(job: ReadJob | FeedJob | CheckJob): Promise<T | Given> {
    if (stopped) return fail(brokenOff);
    clearTimeout(resting);
    thread ??= readyThread(limits);
    let outcome: Outcome<T>;
    try {
      outcome = await ask<T>(await thread, job, limits);
    } catch {
      outcome = { read: fail(brokenOff), threadLives: false };
    }
    if (outcome.threadLives && !stopped) {
      resting = setTimeout(() => void end(), limits.restsFor);
      resting.unref();
    } else {
      await end();
    }
    return outcome.read;
  }

  async function inTurn<T extends Answer>(job: ReadJob | FeedJob | CheckJob): Promise<T | Given> {
    if (waiting >= limits.mostWaiting) return fail(busy);
    waiting += 1;
    const turn = last.then(() => readNow<T>(job));
    last = turn;
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  }

  return {
    read: (job) => inTurn<ReadResult>(job),
    feed: (job) => inTurn<FeedResult>(job),
    checks: (job) => inTurn<CheckSourceResult>(job),
    async stop() {
      stopped = true;
      await end();
    },
  };
}

/** A thread that has loaded what it needs, so that starting takes nothing from the time for a page. */
function readyThread({ start, memoryMb }: ReaderLimits): Promise<Worker> {
  const thread = start({ maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 });
  // One that is ended between two readings must not throw into the process.
  thread.on("error", () => undefined);
  return new Promise((resolve, reject) => {
    thread.once("message", () => resolve(thread));
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The reading thread ended before it began")));
  });
}

type Answer = ReadResult | FeedResult | CheckSourceResult;
type Given = { ok: false; error: ReadProblem };

interface Outcome<T> {
  read: T | Given;
  threadLives: boolean;
}

/** How often the memory of the process is looked at, in milliseconds. */
const lookEvery = 100;

function ask<T extends Answer>(
  thread: Worker,
  job: ReadJob | FeedJob | CheckJob,
  limits: ReaderLimits,
): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    let first: T | null = null;
    let timer = setTimeout(() => giveUp(tooSlow), limits.firstWithin);
    const before = process.memoryUsage.rss();
    const memory = setInterval(() => {
      const grown = process.memoryUsage.rss() - before;
      if (grown > limits.growthMb * 1_000_000) giveUp(tooMuchMemory);
    }, lookEvery);
    const settle = (outcome: Outcome<T>) => {
      clearTimeout(timer);
      clearInterval(memory);
      thread.off("message", heard).off("error", failed).off("exit", ended);
      resolve(outcome);
    };
    const giveUp = (problem: ReadProblem) =>
      settle({ read: first ?? fail(problem), threadLives: false });
    const heard = (news: ReaderNews<T>) => {
      if (news.kind === "done") settle({ read: news.read, threadLives: true });
      if (news.kind !== "halfway") return;
      first = news.read;
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(tooSlow), limits.secondWithin);
    };
    const failed = (error: NodeJS.ErrnoException) =>
      giveUp(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuchMemory : brokenOff);
    const ended = () => giveUp(brokenOff);
    thread.on("message", heard).on("error", failed).on("exit", ended);
    thread.postMessage(job);
  });
}
