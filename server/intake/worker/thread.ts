import { parentPort } from "node:worker_threads";

import { brokenOff } from "../problem";
import type { Halfway, ReadResult } from "../read-draft";
import type { CheckSourceResult } from "../../checks/read-source";
import type { FeedResult } from "../feeds/read-feed";
import { readFile } from "../read-file";
import { readAnswer } from "../read-answer";
import { readSource } from "../read-source";
import type { CheckJob, FeedJob, ReadJob, ReaderNews } from "./protocol";

const port = parentPort;
if (port === null) throw new Error("The reading thread was not started as a thread");

const tell = (news: ReaderNews) => port.postMessage(news);

port.on("message", (job: ReadJob | FeedJob | CheckJob) => {
  void carryOut(job).then(tell);
});
tell({ kind: "ready" });

async function carryOut(job: ReadJob | FeedJob | CheckJob): Promise<ReaderNews> {
  if (job.kind === "feed") return { kind: "done", read: await feedOrProblem(job) };
  if (job.kind === "checks") return { kind: "done", read: await checksOrProblem(job) };
  return { kind: "done", read: await readJob(job, (read) => tell({ kind: "halfway", read })) };
}

async function readJob(job: ReadJob, halfway: Halfway): Promise<ReadResult> {
  try {
    if (job.kind === "source") return readSource(job);
    return job.kind === "page" ? await readAnswer(job, halfway) : await readFile(job, halfway);
  } catch {
    // A fault of ours on a stranger's page ends this reading, not the thread.
    return { ok: false, error: brokenOff };
  }
}

async function checksOrProblem(job: CheckJob): Promise<CheckSourceResult> {
  try {
    return (await import("../../checks/read-source")).readCheckSource(job);
  } catch {
    return { ok: false, error: brokenOff };
  }
}

async function feedOrProblem(job: FeedJob): Promise<FeedResult> {
  try {
    return (await import("../feeds/read-feed")).readFeed(job);
  } catch {
    return { ok: false, error: brokenOff };
  }
}
