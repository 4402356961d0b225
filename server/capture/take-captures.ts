import { setTimeout as sleep } from "node:timers/promises";

import type { Logger } from "pino";
import type { Sql } from "postgres";

import { tryAgainAfter, type CaptureFailure } from "~/domain/evidence/capture";

import { makeCapture, type CaptureMakers, type MadeCapture } from "./make-capture";

export interface CaptureTools extends CaptureMakers {
  sql: Sql;
  log: Logger;
  timing?: Partial<CaptureTiming>;
}

export interface CaptureTiming {
  /** Milliseconds after which a capture whose worker is gone is taken again. Longer than any takes. */
  lease: number;
  /** Milliseconds between two requests to one site. */
  pause: number;
  /** Milliseconds to wait for what is due soon. */
  soon: number;
  /** Milliseconds for which one job goes on taking captures. */
  goesOnFor: number;
}

const usual: CaptureTiming = { lease: 240_000, pause: 1_000, soon: 700, goesOnFor: 240_000 };

interface Taken {
  id: string;
  url: string;
  attempt: number;
  tries: number;
}

/**
 * Makes captures, one after the other, until none is due. What is to be done, and by whom it is being done, stands in the
 * database alone: any number of these may run anywhere, and one that dies has its capture taken over by another.
 */
export async function takeCaptures(tools: CaptureTools, ending: AbortSignal): Promise<number> {
  const timing = { ...usual, ...tools.timing };
  const until = Date.now() + timing.goesOnFor;
  let done = 0;
  while (!ending.aborted && Date.now() < until) {
    const taken = await take(tools.sql, timing);
    if (taken !== null) {
      await captureOne(tools, taken, ending);
      done += 1;
    } else if (await isAnyDueSoon(tools.sql)) {
      await sleep(timing.soon, undefined, { signal: ending, ref: false }).catch(() => undefined);
    } else break;
  }
  return done;
}

async function take(sql: Sql, { lease, pause }: CaptureTiming): Promise<Taken | null> {
  const [row] = await sql<Taken[]>`
    select id, url, attempt, tries
      from app_private.take_capture(${`${lease} milliseconds`}, ${`${pause} milliseconds`})`;
  return row ?? null;
}

/** Some wait for their site to be left alone for a moment. */
async function isAnyDueSoon(sql: Sql): Promise<boolean> {
  const [row] = await sql`
    select from public.captures where state = 'asked' and due_at <= clock_timestamp() + interval '2 seconds' limit 1`;
  return row !== undefined;
}

async function captureOne(tools: CaptureTools, taken: Taken, ending: AbortSignal): Promise<void> {
  try {
    const made = await makeCapture(tools, taken.url, ending);
    if (made.ok) await keep(tools.sql, taken, made.value);
    else await giveUp(tools.sql, taken, made.error);
  } catch (error) {
    // Given back, for whoever comes next; where even that fails the lease runs out.
    if (ending.aborted) return giveBack(tools.sql, taken).catch(() => undefined);
    tools.log.error({ err: error, capture: taken.id }, "a capture failed by a fault of ours");
    await giveUp(tools.sql, taken, "fault");
  }
}

async function keep(sql: Sql, { id, attempt }: Taken, { kept, text }: MadeCapture): Promise<void> {
  await sql`select app_private.keep_capture(${id}, ${attempt}, ${sql.json({ ...kept })}, ${text})`;
}

async function giveUp(sql: Sql, taken: Taken, failure: CaptureFailure): Promise<void> {
  const seconds = tryAgainAfter(failure, taken.tries);
  const again = seconds === null ? null : `${seconds} seconds`;
  await sql`select app_private.fail_capture(${taken.id}, ${taken.attempt}, ${failure}, ${again}::interval)`;
}

async function giveBack(sql: Sql, { id, attempt }: Taken): Promise<void> {
  await sql`select app_private.fail_capture(${id}, ${attempt}, null, interval '0')`;
}
