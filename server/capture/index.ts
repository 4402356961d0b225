import { randomUUID } from "node:crypto";

import type { Logger } from "pino";
import type { Sql } from "postgres";

import type { ReviewDocumentStore } from "~/collab/store";

import type { JobKind, JobQueue } from "../jobs/queue";
import { makeCopies, planCopies, type CopySettings } from "./copies/make-copies";
import { lookAgain } from "./look-again";
import type { CaptureMakers } from "./make-capture";
import { noticeSources } from "./notice-sources";
import { takeCaptures } from "./take-captures";

export { namesAnAddress, noticing } from "./noticing-store";

export interface CaptureSettings extends CaptureMakers {
  documents: Pick<ReviewDocumentStore, "load">;
  /** Whether sources are captured as soon as a review names them, or only when somebody asks. */
  isAutomatic: boolean;
  /** Where captures are copied to, if anywhere. */
  copies: CopySettings;
}

/** How many sources one process fetches at the same time. */
const atOnce = 4;

/** A job that captures whatever is due. It holds nothing itself, so it is neither lost nor done twice. */
export function captureJob(sql: Sql, log: Logger, settings: CaptureSettings): JobKind {
  return {
    name: "capture",
    // What was not done is due still, and the next one comes in a minute.
    retryLimit: 0,
    retryDelay: 1,
    expireInSeconds: 600,
    atOnce,
    async work(data, ending) {
      const { isFirst } = Object(data) as { isFirst?: unknown };
      if (settings.isAutomatic && isFirst === true) await noticeSources(sql, settings.documents);
      await takeCaptures({ ...settings, sql, log }, ending);
      if (isFirst !== true) return;
      await planCopies(sql, settings.copies);
      await makeCopies(sql, settings.copies, log, ending);
      await lookAgain(sql, settings, ending);
    },
  };
}

/** Sends as many jobs as run at once. The first of them looks for sources that have no capture yet. */
export async function sendCaptureJobs(queue: JobQueue): Promise<void> {
  const jobs = Array.from({ length: atOnce }, (_, index) => ({
    id: randomUUID(),
    data: { isFirst: index === 0 },
  }));
  await queue.send("capture", jobs);
}

const hour = 3_600_000;

/** Plans, once an hour, the looks at published sources that are due by then. */
export function hourlyPlan(sql: Sql): () => Promise<void> {
  let plannedAt = 0;
  return async () => {
    if (Date.now() - plannedAt < hour) return;
    plannedAt = Date.now();
    await sql`select app_private.plan_looks(${new Date()})`;
  };
}

/** The same, where anything is due. */
export async function sendDueCaptureJobs(
  sql: Sql,
  queue: JobQueue,
  { copies }: CaptureSettings,
): Promise<void> {
  await planCopies(sql, copies);
  const [row] = await sql<{ due: boolean }[]>`select app_private.is_capturing_due() as due`;
  if (row?.due === true) await sendCaptureJobs(queue);
}
