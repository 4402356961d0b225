import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";

import { checkBundle } from "~/domain/log/check-bundle";

import { verifyTrail } from "../../server/cli/verify-trail";
import { bundleText } from "../../tests/support/bundles";
import { startDesk } from "../../tests/support/desk";
import { newPublication } from "../../tests/support/publications";
import { cast } from "../../tests/support/review-steps";
import { median, quantile } from "../collab/statistics";
import { appendRates } from "./append-rates";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "100000" },
    runs: { type: "string", default: "5" },
    appends: { type: "string", default: "2000" },
  },
});
const events = Number(values.events);
const runs = Number(values.runs);
/**
 * What has to hold: milliseconds for all events and for one bundle, and the share of the rate without a chain for inserts one
 * after the other. Several at once wait for each other's flush to the disk, since the chain has one head and no gaps; that
 * is told, and not promised.
 */
const budget = { trail: 2000, bundle: 50, share: 0.5 };

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function repeated(times: number, work: () => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < times; run += 1) all.push(await timed(work));
  return all;
}

const loadBefore = os.loadavg()[0] ?? 0;
const desk = await startDesk();
try {
  const { slug } = await newPublication(desk, await cast(desk));
  const bundle = await bundleText(desk, slug);
  const keys = (await desk.anonymous.publicLog.keys()).join("\n");
  const appends = await appendRates(desk.sql, Number(values.appends));

  // In pieces, since one transaction would drag all versions of the trail's head along.
  for (let made = 0; made < events; made += 500) {
    await desk.sql`
      select count(app_private.record_audit(gen_random_uuid(), 'claim.assigned', 'claim', gen_random_uuid()::text,
        jsonb_build_object('lead', 'Lena ' || n, 'second', 'Sam ' || n, 'priority', 'normal', 'capacity', 'editor',
          'from', 'open', 'to', 'in_review', 'reason', 'Because it was ' || n || ' days old'))) from generate_series(1, 500) n`;
  }
  let checked = 0;
  const trail = await repeated(runs, async () => {
    const found = await verifyTrail(desk.sql);
    if (found.fault) throw new Error(found.fault.fault);
    checked = found.checked;
  });
  const bundles = await repeated(100, () => {
    const found = checkBundle(bundle, keys);
    if (!found.ok) throw new Error(found.error);
  });

  const round = (n: number) => Math.round(n * 10) / 10;
  const figures = {
    trail: { events: checked, median: median(trail), slowest: Math.max(...trail) },
    bundle: { first: bundles[0] ?? 0, median: median(bundles), p95: quantile(bundles, 0.95) },
    appends,
  };
  console.table({
    [`walk ${checked} events, ms`]: {
      median: round(figures.trail.median),
      worst: round(figures.trail.slowest),
    },
    "check one bundle, ms": {
      median: round(figures.bundle.median),
      worst: round(Math.max(...bundles)),
    },
  });
  console.log(
    "Inserts a second, each in a transaction of its own, in turns with the same insert without a chain:",
  );
  console.table(
    Object.fromEntries(
      appends.map((it) => [
        `${it.connections} at once`,
        {
          chained: Math.round(it.chained),
          bare: Math.round(it.bare),
          share: round(it.share * 100) + " %",
        },
      ]),
    ),
  );
  const load = os.loadavg()[0] ?? 0;
  console.log(
    `Load: ${round(loadBefore)} before, ${round(load)} at the end, on ${os.cpus().length} cores.`,
  );
  const missed = [
    ...(figures.trail.median > budget.trail ? ["the walk"] : []),
    ...(figures.bundle.p95 > budget.bundle ? ["the bundle"] : []),
    ...(appends.some(({ connections, share }) => connections === 1 && share < budget.share)
      ? ["appending"]
      : []),
  ];
  console.log(
    missed.length === 0 ? "All within what was promised." : `Over it: ${missed.join(", ")}.`,
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    "bench/results/audit.json",
    `${JSON.stringify({ at: new Date().toISOString(), loadBefore, load, figures }, null, 2)}\n`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await desk.stop();
}
