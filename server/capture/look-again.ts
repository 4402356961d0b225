import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import type { Sql } from "postgres";
import { z } from "zod";

import { failureOfStatus } from "~/domain/evidence/capture";
import { compareLook, type LookOutcome } from "~/domain/evidence/source-look";

import { fetchCapture, type CaptureMakers } from "./make-capture";

/** Milliseconds between two looks: nobody waits for them, and sites are left alone. */
const pause = 1_000;
/** After which a source that could not be reached is looked at again; then it is said. */
const again = ["6 hours", "1 day"];

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
  makers: Pick<CaptureMakers, "fetchSource" | "reader">,
  ending: AbortSignal,
  between = pause,
): Promise<number> {
  for (let done = 0; ; done += 1) {
    const [taken] = await sql<Taken[]>`select * from app_private.take_look()`;
    if (taken === undefined || ending.aborted) return done;
    const found = await look(sql, makers, taken, ending);
    const wait = found.outcome === "unreachable" ? (again[taken.tries - 1] ?? null) : null;
    await sql`select app_private.finish_look(${taken.id}, ${found.outcome}, ${found.sha256}, ${wait}::interval)`;
    await sleep(between, undefined, { signal: ending, ref: false }).catch(() => undefined);
  }
}

interface Found {
  outcome: LookOutcome;
  /** Of the words that were read. */
  sha256: string | null;
}

async function look(
  sql: Sql,
  makers: Pick<CaptureMakers, "fetchSource" | "reader">,
  taken: Taken,
  ending: AbortSignal,
): Promise<Found> {
  const fetched = await fetchCapture(makers, taken.url, ending);
  if (!fetched.ok) return { outcome: "unreachable", sha256: null };
  const failure = failureOfStatus(fetched.value.seen.status);
  if (failure !== null) {
    return { outcome: failure === "http_gone" ? "gone" : "unreachable", sha256: null };
  }
  const { text, seen } = fetched.value;
  const [row] = await sql<{ text: string | null; body_sha256: string }[]>`
    select t.text, c.body_sha256 from public.captures c
      left join public.capture_texts t on t.capture_id = c.id where c.id = ${taken.capture_id}`;
  const isSame = row?.body_sha256 === seen.bodySha256;
  const excerpts = await excerptsOf(sql, taken);
  const outcome = isSame ? "same" : compareLook(row?.text ?? null, text, excerpts);
  const sha256 = text === null ? null : createHash("sha256").update(text).digest("hex");
  return { outcome, sha256 };
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
