import path from "node:path";

import { takeRefusals } from "../clients/knocking";
import type { Contender } from "../contenders/contender";
import type { Countersign } from "../contenders/countersign";

/** One line of a table: a value for each contender, by name. Null where it does not apply. */
export interface Row {
  measure: string;
  unit: string;
  values: Record<string, number | string | null>;
  /** What Countersign promises of this value, on any machine; `--check` holds it to that. */
  promise?: (value: number | string | null) => boolean;
}

export interface Bench {
  contenders: readonly Contender[];
  /** Countersign among them, or null when it was left out. */
  ours: Countersign | null;
  /** The built server. */
  script: string;
  /** Everything smaller, for a machine that checks each change. */
  short: boolean;
  /** Shapes of the measure of latency; empty for all. */
  shapes: readonly string[];
  /** How often each figure is measured; the median is told. */
  runs: number;
  /** How often a server is killed in each form of that measure. */
  kills: number;
  /** Rooms of the measure of memory. */
  rooms: number;
  /** A recorded editing trace, or null for a generated one. */
  traceFile: string | null;
  /** Where CPU profiles of the servers go; null for none. */
  profile: string | null;
  /** Tells the person who waits, and is kept beside the figures. */
  note(text: string): void;
}

export interface Measure {
  name: string;
  title: string;
  run(bench: Bench): Promise<Row[]>;
}

/**
 * Runs a trial of each contender in turn, so many times over, and gives all results by contender. A trial that breaks
 * off is told and left out.
 */
export async function alternate<Result>(
  bench: Bench,
  contenders: readonly Contender[],
  runs: number,
  trial: (contender: Contender) => Promise<Result>,
): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>(contenders.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const contender of contenders) {
      try {
        await contender.start();
        results.get(contender.name)?.push(await trial(contender));
      } catch (error) {
        bench.note(`${contender.name}, a trial broke off: ${String(error)}`);
      }
      const refused = takeRefusals();
      if (refused > 0)
        bench.note(`${contender.name}: ${refused} connections had to be tried again`);
    }
  }
  return results;
}

/** A row made of each contender's results. */
export function rowOf<Result>(
  measure: string,
  unit: string,
  results: Map<string, Result[]>,
  read: (results: Result[]) => number | string | null,
  promise?: Row["promise"],
): Row {
  const values = [...results].map(([name, all]) => [name, read(all)] as const);
  return { measure, unit, values: Object.fromEntries(values), ...(promise && { promise }) };
}

/** A file for a profile, or null when none is wanted. */
export function profileFile(bench: Bench, contender: Contender, what: string): string | null {
  const name = `${contender.name} ${what}`.replaceAll(/[^a-z0-9]+/g, "-");
  return bench.profile === null ? null : path.resolve(bench.profile, `${name}.cpuprofile`);
}
