import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { median, quantile } from "../collab/statistics";
import { truePages, type TruePage } from "./pages";
import { readers, type Reader } from "./readers";
import { bootstrap, figures, overlap, type Overlap } from "./shingles";

const { values } = parseArgs({
  options: { pages: { type: "string" }, worst: { type: "string", default: "0" } },
});
if (values.pages === undefined) {
  console.error("npm run bench:extract -- --pages DIR [--worst N]");
  process.exit(1);
}
const pages = truePages(values.pages);

function measure(reader: Reader) {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  const overlaps = pages.map((page) => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    const text = reader(page);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1000);
    return { ...overlap(page.truth, text), empty: text === "" };
  });
  return { overlaps, times, cpuTimes };
}

const pick = (overlaps: readonly Overlap[], sample: readonly number[]) =>
  sample.flatMap((index) => overlaps[index] ?? []);

// Once without counting, so that no reader pays for what another finds compiled.
for (const page of pages.slice(0, 5)) for (const read of Object.values(readers)) read(page);
const measured = Object.entries(readers).map(([name, reader]) => ({ name, ...measure(reader) }));
const base = measured[0]?.overlaps ?? [];
const rows = measured.map(({ name, overlaps, times, cpuTimes }) => ({
  name,
  ...figures(overlaps),
  interval: bootstrap(pages.length, (sample) => figures(pick(overlaps, sample)).f1),
  overFirst: bootstrap(
    pages.length,
    (sample) => figures(pick(overlaps, sample)).f1 - figures(pick(base, sample)).f1,
  ),
  empty: overlaps.filter(({ empty }) => empty).length,
  medianMs: median(times),
  p95Ms: quantile(times, 0.95),
  // What a page costs also where the machine is busy with something else.
  medianCpuMs: median(cpuTimes),
}));

console.log(`${pages.length} pages of ${values.pages}`);
console.table(
  Object.fromEntries(
    rows.map((row) => [
      row.name,
      {
        F1: row.f1.toFixed(3),
        "95 %": row.interval.map((value) => value.toFixed(3)).join("-"),
        "over the first": row.overFirst.map((value) => value.toFixed(3)).join(" to "),
        precision: row.precision.toFixed(3),
        recall: row.recall.toFixed(3),
        accuracy: row.accuracy.toFixed(3),
        empty: row.empty,
        "median ms": Math.round(row.medianMs),
        "p95 ms": Math.round(row.p95Ms),
        "median cpu ms": Math.round(row.medianCpuMs),
      },
    ]),
  ),
);
printWorst(Number(values.worst));
mkdirSync("bench/results", { recursive: true });
writeFileSync(
  "bench/results/extract.json",
  `${JSON.stringify({ at: new Date().toISOString(), pages: pages.length, folder: values.pages, rows }, null, 2)}\n`,
);

/** The pages on which ours is furthest from the truth. */
function printWorst(count: number): void {
  const ours = measured.find(({ name }) => name === "ours")?.overlaps ?? [];
  const listed = pages
    .map((page: TruePage, index) => ({ page, overlap: ours[index] }))
    .sort((a, b) => (a.overlap?.truePositive ?? 0) - (b.overlap?.truePositive ?? 0))
    .slice(0, count);
  for (const { page, overlap: found } of listed) {
    const share = (value = 0) => value.toFixed(2);
    console.log(
      `${page.id}: right ${share(found?.truePositive)}, too much ${share(found?.falsePositive)}, missing ${share(found?.falseNegative)}`,
    );
  }
}
