import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import { setMaxListeners } from "node:events";

import type { Contender } from "./contenders/contender";
import { Countersign } from "./contenders/countersign";
import { hocuspocusPeer, yWebsocketLeveldbPeer, yWebsocketPeer } from "./contenders/peer";
import { capacity } from "./measures/capacity";
import { coldOpen } from "./measures/cold-open";
import { doors } from "./measures/doors";
import { durability } from "./measures/durability";
import { forgery } from "./measures/forgery";
import { hostile } from "./measures/hostile";
import { latency } from "./measures/latency";
import type { Bench, Measure, Row } from "./measures/measure";
import { memory } from "./measures/memory";
import { saved } from "./measures/saved";
import { slowReader } from "./measures/slow-reader";
import { readOptions, usage } from "./options";
import { printRows } from "./print";

const measures: readonly Measure[] = [
  latency,
  capacity,
  durability,
  saved,
  memory,
  coldOpen,
  hostile,
  slowReader,
  forgery,
  doors,
];
const peoplePerDesk = 24;
const peopleInShort = 8;

setMaxListeners(0);
process.setMaxListeners(0);

const options = readOptions(process.argv.slice(2));
const chosen = measures.filter(
  ({ name }) => options.only.length === 0 || options.only.includes(name),
);
if (chosen.length === 0) {
  throw new Error(`The measures are ${measures.map(({ name }) => name).join(", ")}.\n${usage}`);
}

const notes: string[] = [];
const broken: string[] = [];
const ours = options.against.includes("countersign")
  ? new Countersign({
      script: options.script,
      people: options.short ? peopleInShort : peoplePerDesk,
    })
  : null;
const contenders = options.against.map((name): Contender => {
  if (name === "hocuspocus+sqlite") return hocuspocusPeer();
  if (name === "y-websocket memory") return yWebsocketPeer();
  if (name === "y-websocket leveldb") return yWebsocketLeveldbPeer();
  if (ours === null) throw new Error("Countersign was not made");
  return ours;
});
const bench: Bench = {
  ...options,
  contenders,
  ours,
  note(text) {
    notes.push(text);
    console.error(`  note: ${text}`);
  },
};

const results: Record<string, { title: string; seconds: number; rows: Row[] }> = {};
const loadBefore = os.loadavg();
try {
  for (const { name, title, run } of chosen) {
    const start = performance.now();
    const rows = await run(bench);
    results[name] = { title, seconds: (performance.now() - start) / 1000, rows };
    printRows(title, rows, options.against);
    broken.push(...brokenPromises(title, rows));
  }
} finally {
  for (const contender of contenders) await contender.dispose();
}

mkdirSync("bench/results", { recursive: true });
const machine = {
  cpus: os.cpus().map(({ model }) => model),
  memory: os.totalmem(),
  node: process.version,
  loadBefore,
  loadAfter: os.loadavg(),
};
writeFileSync(
  "bench/results/collab.json",
  `${JSON.stringify({ at: new Date().toISOString(), options, machine, notes, results }, null, 2)}\n`,
);
if (broken.length > 0) console.error(`\nBroken promises:\n  ${broken.join("\n  ")}`);
process.exit(options.check && broken.length > 0 ? 1 : 0);

/** What Countersign promises and did not keep here, in words. A promise that was not measured counts as broken. */
function brokenPromises(title: string, rows: readonly Row[]): string[] {
  if (ours === null) return [];
  return rows
    .filter(({ promise, values }) => promise && !promise(values[ours.name] ?? null))
    .map(({ measure, values }) => `${title}, ${measure}: ${values[ours.name] ?? "not measured"}`);
}
