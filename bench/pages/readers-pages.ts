import { request } from "node:http";

import { median, quantile } from "../collab/statistics";
import type { MeasuredDesk } from "./measured-desk";

/** Milliseconds, at the median, within which the first byte of a page for readers is there that was drawn before. */
export const firstByteBudget = 50;

interface Answer {
  status: number;
  etag: string | null;
  bytes: number;
  /** Milliseconds from sending the request to the first byte of the answer's body, or to its head where it has none. */
  firstByte: number;
}

function ask(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(address, { headers: { "accept-encoding": "gzip", ...headers } });
    asked.once("response", (answer) => {
      let firstByte = performance.now() - started;
      let bytes = 0;
      answer.once("data", () => (firstByte = performance.now() - started));
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.once("end", () => {
        const { statusCode: status = 0 } = answer;
        const { etag } = answer.headers;
        resolve({ status, etag: etag ?? null, bytes, firstByte });
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** Pages for readers of a desk that has published much. */
async function addresses({ sql }: MeasuredDesk): Promise<Record<string, string>> {
  const [verdict] = await sql<{ slug: string; report: string }[]>`
    select v.slug, r.slug as report from public.published_verdicts v
    join public.reports r on r.id = v.report_id where v.slug like 'generated-%' order by v.slug limit 1`;
  return {
    "front page": "/",
    report: `/reports/${verdict?.report ?? ""}`,
    verdict: `/claims/${verdict?.slug ?? ""}`,
    "card for other sites": `/embed/${verdict?.slug ?? ""}`,
    corrections: "/corrections",
    "how we check": "/methodology",
    ratings: "/ratings",
  };
}

export interface ReadersPage {
  name: string;
  /** Milliseconds to the first byte. */
  drawn: { median: number; p95: number };
  again: { median: number; p95: number };
  unchanged: { median: number; p95: number };
  drawnUnchanged: { median: number; p95: number };
  bytes: number;
}

/**
 * The first byte of pages for readers: drawn, which is the plain way and what the first reader after a change gets; drawn
 * to find that the reader has it already, which is the plain way to 304; asked for again; and 304. A question mark in the
 * address makes the server draw.
 */
export async function readersPages(desk: MeasuredDesk, runs: number): Promise<ReadersPage[]> {
  const found: ReadersPage[] = [];
  for (const [name, path] of Object.entries(await addresses(desk))) {
    const address = `${desk.origin}${path}`;
    const known = await ask(address);
    const condition = { "if-none-match": known.etag ?? "" };
    const times: Record<"drawn" | "again" | "unchanged" | "drawnUnchanged", number[]> = {
      ...{ drawn: [], again: [], unchanged: [], drawnUnchanged: [] },
    };
    const measure = async (
      list: number[],
      status: number,
      from: string,
      headers?: Record<string, string>,
    ) => {
      const answer = await ask(from, headers);
      if (answer.status !== status) throw new Error(`${from}: HTTP ${answer.status}`);
      list.push(answer.firstByte);
    };
    for (let run = 0; run < runs; run += 1) {
      await measure(times.drawn, 200, `${address}?${run}`);
      await measure(times.drawnUnchanged, 304, `${address}?${run}`, condition);
      await measure(times.again, 200, address);
      await measure(times.unchanged, 304, address, condition);
    }
    const of = (list: number[]) => ({ median: median(list), p95: quantile(list, 0.95) });
    found.push({
      ...{ name, bytes: known.bytes, drawn: of(times.drawn), again: of(times.again) },
      ...{ unchanged: of(times.unchanged), drawnUnchanged: of(times.drawnUnchanged) },
    });
  }
  return found;
}
