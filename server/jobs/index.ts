import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import postgres from "postgres";
import type { Logger } from "pino";

import {
  captureJob,
  hourlyPlan,
  sendCaptureJobs,
  sendDueCaptureJobs,
  type CaptureSettings,
} from "../capture";
import type { CallService, PageFetcherOptions } from "../fetch";
import type { PageReader } from "../intake";
import { copyCheckpoints, type CopyTools } from "../log/copies";
import type { Post } from "../mail";
import { beginDueLooks, doLook, looksToDo, placeClaims, type LookTools } from "../looks";
import { deliverDue } from "../webhooks";
import { directConnection } from "../supabase/direct";
import { digestsDue, sendDigest } from "./digest-job";
import { readDueFeeds } from "./feeds-job";
import { sendNotification, type MailTools } from "./mail-job";
import {
  dropStaleFollowers,
  followerMailKind,
  handOverFollowerMails,
  sendFollowerMail,
} from "./follower-mail-job";
import { openJobQueue, type JobKind, type JobQueue } from "./queue";
import { dropStaleOriginals } from "./tidy-job";

export interface Jobs {
  /** Says that a source may have to be captured. Never waits, never throws. */
  lookForSources(): void;
  /** Takes no more jobs, waits a little for those under way, and leaves the database. */
  stop(): Promise<void>;
}

export interface JobSettings {
  databaseUrl: string;
  post: Post;
  /** Where people reach the desk, without a trailing slash. */
  site: string;
  /** What watched articles are looked at with; without it nobody looks. */
  looks?: Omit<LookTools, "sql">;
  log: Logger;
  /** How sources are captured; without it none are. */
  captures?: CaptureSettings;
  /** Where checkpoints of the public log are copied to, and what with; without it none are. */
  checkpoints?: Pick<CopyTools, "places" | "call">;
  /** Reads feeds apart from the thread that serves people. */
  reader: Pick<PageReader, "feed">;
  /** Publishes the reports whose time has come; without it they wait. */
  publishDue?: () => Promise<void>;
  /** What feeds may be fetched from beyond the public web. */
  fetching?: PageFetcherOptions;
  /** Reaches the addresses of other programs that are told what readers are told; without it none are. */
  callWebhook?: CallService;
}

const minute = 60_000;
/** Milliseconds until a start that failed is tried again. */
const beginAgainAfter = 10_000;
/** Milliseconds in which sources that are added together are looked for once. */
const gatherFor = 500;
/** Notifications handed to the queue at once. */
const handful = 200;

/**
 * The desk's work that nobody waits for: mail that is due, deadlines, claims that nobody works on, the daily digest.
 * Any number of processes may run it on one database. Begins in the background, and again after a while where the
 * database cannot be reached; what is to be done stays in the database meanwhile.
 */
export function startJobs(settings: JobSettings): Jobs {
  const ending = new AbortController();
  const beginning = beginInTheEnd(settings, ending.signal);
  let running: Jobs | null = null;
  void beginning.then((jobs) => (running = jobs));
  return {
    // Where the jobs have not begun yet, their first look finds it.
    lookForSources: () => running?.lookForSources(),
    async stop() {
      ending.abort();
      await (await beginning)?.stop();
    },
  };
}

async function beginInTheEnd(settings: JobSettings, ending: AbortSignal): Promise<Jobs | null> {
  while (!ending.aborted) {
    try {
      return await begin(settings);
    } catch (error) {
      settings.log.error(
        { err: error },
        "Jobs do not run in this process yet: no e-mail, no digest, no reminders, no captures, no publication at a set time; trying again",
      );
      await sleep(beginAgainAfter, undefined, { signal: ending, ref: false }).catch(
        () => undefined,
      );
    }
  }
  return null;
}

async function begin(settings: JobSettings): Promise<Jobs> {
  const { databaseUrl, post, site, log, reader, looks, captures, fetching } = settings;
  const { callWebhook, checkpoints, publishDue } = settings;
  const sql = directConnection(databaseUrl, "work that waits");
  const tools: MailTools = { sql, post, site };
  const planLooks = hourlyPlan(sql);
  // Assigned before any job can be there: jobs are only sent once all of it stands.
  const hold: { queue?: JobQueue } = {};
  const kinds: JobKind[] = [
    ...(captures ? [captureJob(sql, log, captures)] : []),
    {
      name: "mail",
      retryLimit: 8,
      retryDelay: 30,
      expireInSeconds: 180,
      work: (data) => sendNotification(tools, data),
    },
    {
      name: followerMailKind,
      retryLimit: 8,
      retryDelay: 30,
      expireInSeconds: 180,
      work: (data) => sendFollowerMail(tools, data),
    },
    {
      name: "digest",
      retryLimit: 8,
      retryDelay: 60,
      expireInSeconds: 180,
      work: (data) => sendDigest(tools, data),
    },
    {
      name: "feeds",
      // What could not be read is noted with its feed; the next run comes in a minute.
      retryLimit: 0,
      retryDelay: 1,
      expireInSeconds: 420,
      work: (_data, ending) => readDueFeeds({ sql, reader, ...(fetching && { fetching }) }, ending),
    },
    {
      name: "publish-due",
      // What could not be published yet waits; the next run comes in a minute.
      retryLimit: 0,
      retryDelay: 1,
      expireInSeconds: 120,
      work: async () => publishDue?.(),
    },
    {
      name: "tidy",
      retryLimit: 3,
      retryDelay: 60,
      expireInSeconds: 60,
      work: async () => {
        await dropStaleOriginals(sql, new Date());
        await sql`select app_private.drop_old_deliveries(${new Date()})`;
        await dropStaleFollowers(sql, new Date());
      },
    },
    {
      name: "look-around",
      // The next one comes in a minute.
      retryLimit: 0,
      retryDelay: 1,
      expireInSeconds: 60,
      work: async () => {
        const now = new Date();
        await remindOfDeadlines(sql, now);
        await remindOfIdleClaims(sql, now);
        if (hold.queue) await handOverAll(sql, hold.queue);
        await hold.queue?.send("digest", await digestsDue(sql, now));
        if (looks) {
          await beginDueLooks(sql, now);
          await hold.queue?.send("look", await looksToDo(sql));
          await placeClaims(sql);
        }
        if (captures?.isAutomatic) await planLooks();
        if (hold.queue && captures) await sendDueCaptureJobs(sql, hold.queue, captures);
      },
    },
  ];
  if (checkpoints) {
    kinds.push({
      name: "checkpoints",
      // What was not copied is noted with its place; the next run comes in a minute.
      retryLimit: 0,
      retryDelay: 1,
      // Longer than the slowest place may take for some of them; others are taken up by the next run.
      expireInSeconds: 1_800,
      work: (_data, ending) => copyCheckpoints({ ...checkpoints, sql, log }, ending),
    });
  }
  if (looks) {
    kinds.push({
      name: "look",
      retryLimit: 3,
      retryDelay: 20,
      expireInSeconds: 120,
      work: (data, ending) => doLook({ ...looks, sql }, data, ending),
    });
  }
  if (callWebhook) {
    kinds.push({
      name: "webhooks",
      // What could not be sent is noted with its address; the next run comes in a minute.
      retryLimit: 0,
      retryDelay: 1,
      expireInSeconds: 600,
      work: (_data, ending) => deliverDue({ sql, site, call: callWebhook }, ending),
    });
  }
  try {
    const queue = (hold.queue = await openJobQueue(databaseUrl, kinds, log));
    const failed = (error: unknown) =>
      log.warn({ err: error }, "work that is due could not be looked for; trying again");
    const handOverNow = () => void handOverAll(sql, queue).catch(failed);
    const lookAround = () => {
      void queue.sendOncePerMinute("look-around").catch(failed);
      void queue.sendOncePerMinute("feeds").catch(failed);
      if (callWebhook) void queue.sendOncePerMinute("webhooks").catch(failed);
      void queue.sendOncePerMinute("publish-due").catch(failed);
      void queue.sendOncePerHour("tidy").catch(failed);
      if (checkpoints) void queue.sendOncePerMinute("checkpoints").catch(failed);
    };
    const hearing = hearOf(databaseUrl, "countersign_post", handOverNow);
    const lookNow = async () => queue.send("look", await looksToDo(sql));
    const asking = looks
      ? hearOf(databaseUrl, "countersign_looks", () => void lookNow().catch(failed))
      : null;
    const copyNow = () =>
      void queue.send("checkpoints", [{ id: randomUUID(), data: {} }]).catch(failed);
    const signing = checkpoints ? hearOf(databaseUrl, "countersign_checkpoints", copyNow) : null;
    const sendNow = () => queue.send("webhooks", [{ id: randomUUID(), data: {} }]);
    const telling = callWebhook
      ? hearOf(databaseUrl, "countersign_webhooks", () => void sendNow().catch(failed))
      : null;
    const clock = setInterval(lookAround, minute / 2);
    lookAround();
    let gathering: NodeJS.Timeout | undefined;
    const captureNow = () => {
      gathering = undefined;
      sendCaptureJobs(queue).catch(failed);
    };
    return {
      lookForSources() {
        if (captures) gathering ??= setTimeout(captureNow, gatherFor);
      },
      async stop() {
        clearTimeout(gathering);
        clearInterval(clock);
        await hearing.end();
        await asking?.end();
        await signing?.end();
        await telling?.end();
        await queue.stop();
        await sql.end({ timeout: 1 });
      },
    };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

/** Tells of deadlines, each once, however often this runs. */
export async function remindOfDeadlines(sql: postgres.Sql, now: Date): Promise<void> {
  await sql`select app_private.remind_of_deadlines(${now})`;
}

/** Nudges whoever has the next step with a claim that nobody works on, and offers reviews to others; once each. */
export async function remindOfIdleClaims(sql: postgres.Sql, now: Date): Promise<void> {
  await sql`select app_private.remind_of_idle_claims(${now})`;
}

async function handOverAll(sql: postgres.Sql, queue: JobQueue): Promise<void> {
  await handOver(sql, queue);
  await handOverFollowerMails(sql, queue);
}

/**
 * Makes a job of each notification that is to be mailed. A job has the id of its notification, so that whoever breaks
 * off here, or comes at the same time, makes none twice.
 */
async function handOver(sql: postgres.Sql, queue: JobQueue): Promise<void> {
  for (;;) {
    const rows = await sql<{ id: string }[]>`
      select id from public.notifications
        where mail = 'now' and queued_at is null order by seq limit ${handful}`;
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await queue.send(
      "mail",
      ids.map((id) => ({ id, data: { notificationId: id } })),
    );
    await sql`update public.notifications set queued_at = clock_timestamp() where id = any (${ids}::uuid[])`;
  }
}

/** Listens to the database saying that there is something to do; connects again by itself. */
function hearOf(databaseUrl: string, channel: string, heard: () => void): { end(): Promise<void> } {
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 5,
    connection: { application_name: `countersign hears of ${channel}` },
    onnotice: () => undefined,
  });
  // What was missed while away is found once listening again, and every minute.
  sql.listen(channel, heard, heard).catch(() => undefined);
  return { end: () => sql.end({ timeout: 1 }) };
}
