import type { Sql } from "postgres";
import { z } from "zod";

import { lookEvery, watchModes } from "~/domain/article/drift/watch";

import type { NewJob } from "../jobs/queue";
import { watchedClaims } from "./look-job";

const due = z.array(
  z.object({
    articleId: z.string(),
    mode: z.enum(watchModes),
    demo: z.boolean(),
    claims: watchedClaims,
  }),
);

/** Looks by schedule that begin in one minute. */
const mostAtOnce = 20;

/** Begins the looks whose time has come, and lets articles go that nobody is interested in any more. */
export async function beginDueLooks(sql: Sql, now: Date): Promise<void> {
  const [row] = await sql<{ due: unknown }[]>`
    select app_private.watches_due(${now}, ${mostAtOnce}) as due`;
  for (const { articleId, mode, demo, claims } of due.parse(row?.due)) {
    const every = lookEvery(mode, demo, claims, now);
    await sql`select app_private.begin_scheduled_look(${articleId}, ${every})`;
  }
}

/** A job for each look that nobody is at: those asked for, those due, and those whose worker is gone. */
export async function looksToDo(sql: Sql): Promise<NewJob[]> {
  const rows = await sql<{ look_id: string; job_id: string }[]>`
    select look_id, job_id from app_private.looks_to_queue()`;
  return rows.map(({ look_id: lookId, job_id: id }) => ({ id, data: { lookId } }));
}
