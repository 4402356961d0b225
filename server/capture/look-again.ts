import { setTimeout as sleep } from "node:timers/promises";

import type { Sql } from "postgres";
import { z } from "zod";

import { failureOfStatus } from "~/domain/evidence/capture";
import { compareLook, type LookOutcome } from "~/domain/evidence/source-look";

import { fetchCapture, keepFetched, type CaptureMakers, type FetchedCapture } from "./make-capture";

/** Milliseconds between two looks: nobody waits for them, and sites are left alone. */
const pause = 1_000;
/** After which a source that could not be reached is looked at again; then it is said. */
const again = ["6 hours", "1 day"];
/** The same for what could not be kept; then what was found is told without it. */
const keepAgain = ["10 minutes", "1 hour"];

interface Taken {
  id: string;
  capture_id: string;
  claim_id: string;
  url: string;
  tries: number;
}

/** Makes the looks that are due, one after the other. */
export async function lookAgain(
  sql: Sql,
  makers: CaptureMakers,
  ending: AbortSignal,
  between = pause,
): Promise<number> {
  for (let done = 0; ; done += 1) {
    const [taken] = await sql<Taken[]>`select * from app_private.take_look()`;
    if (taken === undefined || ending.aborted) return done;
    const found = await look(sql, makers, taken, ending);
    await finish(sql, makers, taken, found);
    await sleep(between, undefined, { signal: ending, ref: false }).catch(() => undefined);
  }
}

interface Found {
  outcome: LookOutcome;
  /** What came, where anything did. */
  fetched: FetchedCapture | null;
}

/** Notes what came of a look, and keeps what it found where that is not what is kept already. */
async function finish(
  sql: Sql,
  { objects }: Pick<CaptureMakers, "objects">,
  taken: Taken,
  { outcome, fetched }: Found,
): Promise<void> {
  const sha256 = fetched?.seen.textSha256 ?? null;
  const made =
    fetched !== null && (await isNew(sql, taken, outcome, fetched))
      ? await keepFetched(objects, taken.url, fetched)
      : null;
  const pauses = outcome === "unreachable" ? again : made?.ok === false ? keepAgain : [];
  const wait = pauses[taken.tries - 1];
  if (wait !== undefined) {
    await sql`select app_private.finish_look(${taken.id}, ${outcome}, ${sha256}, ${wait}::interval)`;
    return;
  }
  const kept = made?.ok === true ? made.value : null;
  await sql`select app_private.finish_look_keeping(${taken.id}, ${outcome}, ${sha256},
    ${kept && sql.json({ ...kept.kept })}, ${kept?.text ?? null})`;
}

async function isNew(
  sql: Sql,
  { capture_id }: Taken,
  outcome: LookOutcome,
  { seen }: FetchedCapture,
): Promise<boolean> {
  if (outcome === "same" || outcome === "unreachable") return false;
  const [before] = await sql<{ status: number; body_sha256: string }[]>`
    select status, body_sha256 from public.later_captures where capture_id = ${capture_id}
      order by fetched_at desc limit 1`;
  return before?.status !== seen.status || before.body_sha256 !== seen.bodySha256;
}

async function look(
  sql: Sql,
  makers: CaptureMakers,
  taken: Taken,
  ending: AbortSignal,
): Promise<Found> {
  const fetched = await fetchCapture(makers, taken.url, ending);
  if (!fetched.ok) return { outcome: "unreachable", fetched: null };
  const failure = failureOfStatus(fetched.value.seen.status);
  if (failure !== null) {
    return { outcome: failure === "http_gone" ? "gone" : "unreachable", fetched: fetched.value };
  }
  const { text, seen } = fetched.value;
  const [row] = await sql<{ text: string | null; body_sha256: string }[]>`
    select t.text, c.body_sha256 from public.captures c
      left join public.capture_texts t on t.capture_id = c.id where c.id = ${taken.capture_id}`;
  const isSame = row?.body_sha256 === seen.bodySha256;
  const excerpts = await excerptsOf(sql, taken);
  const outcome = isSame ? "same" : compareLook(row?.text ?? null, text, excerpts);
  return { outcome, fetched: fetched.value };
}

const evidenceOf = z.object({
  evidence: z.array(z.object({ url: z.string(), excerpt: z.string() })),
});

/** What the newest published or submitted verdict quotes from the source. */
async function excerptsOf(sql: Sql, { claim_id, capture_id }: Taken): Promise<string[]> {
  const [row] = await sql<{ content: string }[]>`
    (select content from public.published_verdicts where claim_id = ${claim_id} order by number desc limit 1)
    union all
    (select content from public.verdict_versions where claim_id = ${claim_id} order by number desc limit 1)
    limit 1`;
  if (row === undefined) return [];
  const addresses = await sql<{ address: string }[]>`
    select address from public.capture_addresses where capture_id = ${capture_id}`;
  const content = evidenceOf.safeParse(JSON.parse(row.content));
  if (!content.success) return [];
  const cited = new Set(addresses.map(({ address }) => address));
  return content.data.evidence
    .filter(({ url, excerpt }) => cited.has(url) && excerpt.trim() !== "")
    .map(({ excerpt }) => excerpt);
}
