import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";

import { describeRefusal } from "~/domain/refusal";

import { median, quantile } from "../collab/statistics";
import { openCast } from "./cast";
import { ways } from "./steps";

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "20000" },
    people: { type: "string", default: "200" },
    articles: { type: "string", default: "1000" },
    runs: { type: "string", default: "120" },
  },
});
const size = {
  claims: Number(values.claims),
  people: Number(values.people),
  articles: Number(values.articles),
};
const runs = Number(values.runs);
/** What is done for the first times is not what is measured. */
const warmUp = 5;
/** Milliseconds, at the median, that no step may exceed. */
const budget = 50;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const loadBefore = os.loadavg()[0] ?? 0;
const cast = await openCast(size);
const { desk } = cast;
try {
  console.log(`${size.claims} claims, ${size.people} people, ${size.articles} articles`);
  const all = ways(cast);
  const needed = (runs + warmUp) * Object.keys(all).length;
  const proposed = await desk.sql<{ id: string }[]>`
    select c.id from public.claims c where c.state = 'proposed' and exists (
      select from public.claims o where o.article_id = c.article_id and o.id <> c.id and o.state = 'open')
    order by c.id limit ${needed}`;
  // The same claim is never both written and compared with.
  const bare = await desk.sql<{ id: string }[]>`
    select id from public.claims where state = 'dismissed' order by id limit 500`;
  if (proposed.length < needed) throw new Error("The desk has too few claims for so many runs");

  const steps = new Map<string, number[]>();
  const naive: number[] = [];
  let next = 0;
  let turn = 0;
  for (const way of Object.values(all)) {
    for (let run = 0; run < runs + warmUp; run += 1) {
      const claimId = proposed[next++]?.id ?? "";
      for (const { action, prepare, take } of way) {
        await prepare?.(claimId);
        const version = (await cast.editor.ports.claims.find(claimId))?.version ?? 0;
        const ms = await timed(async () => {
          const result = await take({ claimId, version });
          if (!result.ok) throw new Error(`${action}: ${describeRefusal(result.error)}`);
        });
        // The two take turns, so that what else the machine does falls on both.
        const bareMs = await timed(() => cast.bareUpdate(bare[turn++ % bare.length]?.id ?? ""));
        if (run < warmUp) continue;
        steps.set(action, [...(steps.get(action) ?? []), ms]);
        naive.push(bareMs);
      }
    }
  }

  const round = (ms: number) => Math.round(ms * 10) / 10;
  const figuresOf = (times: number[]) => ({
    n: times.length,
    median: median(times),
    p95: quantile(times, 0.95),
  });
  const figures = [...steps].map(([action, times]) => ({ action, ...figuresOf(times) }));
  const bareFigures = figuresOf(naive);
  console.log(
    "Milliseconds from the command to its answer, with a person's own token; and, in turn with",
  );
  console.log(
    "each, the bare update of one claim over supabase-js with the service key, which checks nothing",
  );
  console.table(
    Object.fromEntries(
      [...figures, { action: "(bare update)", ...bareFigures }].map(({ action, n, ...it }) => [
        action,
        { n, median: round(it.median), p95: round(it.p95) },
      ]),
    ),
  );
  const load = os.loadavg()[0] ?? 0;
  console.log(
    `Load of the machine: ${round(loadBefore)} before, ${round(load)} at the end, on ${os.cpus().length} cores.`,
  );
  const slow = figures.filter((it) => it.median > budget);
  console.log(
    slow.length === 0
      ? `Every step within ${budget} ms at the median; the slowest: ${Math.round(Math.max(...figures.map((it) => it.median)))} ms.`
      : `Over ${budget} ms at the median: ${slow.map(({ action }) => action).join(", ")}.`,
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/workflow.json",
    `${JSON.stringify({ at: new Date().toISOString(), size, runs, loadBefore, load, figures, bareUpdate: bareFigures }, null, 2)}\n`,
  );
  process.exitCode = slow.length === 0 ? 0 : 1;
} finally {
  await desk.stop();
}
