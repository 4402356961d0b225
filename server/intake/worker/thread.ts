import { parentPort } from "node:worker_threads";

import { brokenOff } from "../problem";
import type { Halfway, ReadResult } from "../read-draft";
import { readPage } from "../read-page";
import { readSource } from "../read-source";
import { readUpload } from "../read-upload";
import type { ReadJob, ReaderNews } from "./protocol";

const port = parentPort;
if (port === null) throw new Error("The reading thread was not started as a thread");

const tell = (news: ReaderNews) => port.postMessage(news);

port.on("message", (job: ReadJob) => {
  tell({ kind: "done", read: readJob(job, (read) => tell({ kind: "halfway", read })) });
});
tell({ kind: "ready" });

function readJob(job: ReadJob, halfway: Halfway): ReadResult {
  try {
    if (job.kind === "source") return readSource(job);
    return job.kind === "page" ? readPage(job, halfway) : readUpload(job, halfway);
  } catch {
    // A fault of ours on a stranger's page ends this reading, not the thread.
    return { ok: false, error: brokenOff };
  }
}
