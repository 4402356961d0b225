import { performance } from "node:perf_hooks";

import { EditLedger } from "../clients/edit-ledger";
import { knocking } from "../clients/knocking";
import { RawClient } from "../clients/raw-client";
import { Writer } from "../clients/writer";
import type { Contender } from "../contenders/contender";
import { median, pause, quantile } from "../statistics";
import { alternate, profileFile, rowOf, type Bench, type Measure } from "./measure";

const rooms = 50;
const slowest = 250;

interface Step {
  rate: number;
  holds: boolean;
  p99: number;
  /** CPU of the server's process, in microseconds for each update. */
  cpu: number;
  serverBusy: number;
  clientBusy: number;
}

interface Trial {
  best: Step | null;
  refusals: string[];
}

/** The highest rate at which every update reaches the other person of its room, 99 of 100 within 250 ms. */
export const capacity: Measure = {
  name: "capacity",
  title: "Sustained updates a second with p99 under 250 ms, 50 rooms of 2, one of whom types",
  async run(bench) {
    const results = await alternate(bench, bench.contenders, bench.runs, (contender) =>
      trial(bench, contender),
    );
    const of = (read: (step: Step) => number) => (trials: Trial[]) =>
      median(trials.map(({ best }) => (best ? read(best) : 0)));
    return [
      rowOf(
        "sustained",
        "updates/s",
        results,
        of(({ rate }) => rate),
      ),
      rowOf(
        "p99 at that rate",
        "ms",
        results,
        of(({ p99 }) => p99),
      ),
      rowOf(
        "server CPU for an update",
        "µs",
        results,
        of(({ cpu }) => cpu),
      ),
      rowOf(
        "server’s event loop busy",
        "%",
        results,
        of(({ serverBusy }) => serverBusy * 100),
      ),
      rowOf(
        "load generator busy",
        "%",
        results,
        of(({ clientBusy }) => clientBusy * 100),
      ),
      rowOf("connections lost above it", "", results, (trials) => {
        const lost = [...new Set(trials.flatMap(({ refusals }) => refusals))];
        return lost.length > 0 ? lost.join("; ") : "none";
      }),
    ];
  },
};

async function trial(bench: Bench, contender: Contender): Promise<Trial> {
  const seconds = bench.short ? 1.5 : 4;
  const names = await contender.newRooms(rooms);
  const refusals: string[] = [];
  const step = (rate: number) =>
    oneStep(
      contender,
      names,
      rate,
      seconds,
      refusals,
      profileFile(bench, contender, `capacity ${rate}`),
    );

  // Unmeasured: the server's code is compiled by use.
  await step(500);
  let best: Step | null = null;
  let failed = Number.POSITIVE_INFINITY;
  for (let rate = 1_000; failed === Number.POSITIVE_INFINITY; rate *= bench.short ? 2 : 1.5) {
    // A second chance, because the machine may have been busy with something else.
    const tried = (await keeps(step, rate)) ?? (await keeps(step, rate));
    if (tried) best = tried;
    else failed = rate;
  }
  for (let refined = 0; refined < (bench.short ? 0 : 2) && best; refined++) {
    const between = Math.round((best.rate + failed) / 2);
    const tried: Step | null = await keeps(step, between);
    if (tried) best = tried;
    else failed = between;
  }
  return { best, refusals };
}

async function keeps(step: (rate: number) => Promise<Step>, rate: number): Promise<Step | null> {
  const tried = await step(Math.round(rate));
  return tried.holds ? tried : null;
}

async function oneStep(
  contender: Contender,
  names: readonly string[],
  rate: number,
  seconds: number,
  refusals: string[],
  file: string | null,
): Promise<Step> {
  const ledger = new EditLedger();
  const readers: RawClient[] = [];
  const writers: Writer[] = [];
  try {
    // A few at a time: how fast many doors open at once is another question.
    for (let first = 0; first < names.length; first += 5) {
      const opened = names.slice(first, first + 5).map(async (room, index) => {
        const person = (first + index) * 2;
        const reader = knocking(
          () => new RawClient(contender.door(room, person), { onContent: ledger.reader() }),
          ({ synced }) => synced,
        );
        const writer = knocking(
          () => new Writer(contender, room, person + 1, ledger),
          (writer) => writer.open(),
        );
        readers.push(await reader);
        writers.push(await writer);
      });
      await Promise.all(opened);
    }
    const each = Math.ceil((rate * seconds) / writers.length) + 1;
    for (const writer of writers) writer.prepare(each);
    await pause(200);

    await contender.server.loop();
    const due = rate * seconds;
    const { arrived, clientBusy } = await contender.server.profiled(file, async () => {
      const before = performance.eventLoopUtilization();
      await send(writers, rate, due);
      const { utilization } = performance.eventLoopUtilization(before);
      await pause(slowest);
      return { arrived: ledger.latencies.length, clientBusy: utilization };
    });
    const loop = await contender.server.loop();
    const lost = [...readers, ...writers.map(({ client }) => client)].flatMap(
      (c) => c.closed ?? [],
    );
    refusals.push(...new Set(lost));
    const p99 = quantile(ledger.latencies, 0.99);
    return {
      rate,
      p99,
      holds:
        lost.length === 0 && ledger.made >= due * 0.98 && arrived >= due * 0.98 && p99 <= slowest,
      cpu: (loop.cpu * 1000) / Math.max(1, arrived),
      serverBusy: loop.utilization,
      clientBusy,
    };
  } catch (error) {
    refusals.push(error instanceof Error ? error.message.replace(/^\S+: /, "") : String(error));
    return { rate, p99: 0, holds: false, cpu: 0, serverBusy: 0, clientBusy: 0 };
  } finally {
    for (const { close } of [...readers, ...writers].map((c) => ({ close: () => c.close() })))
      close();
    await pause(300);
  }
}

/** Sends at a steady pace whatever comes back, each update as near to its time as the timer allows. */
async function send(writers: readonly Writer[], rate: number, total: number): Promise<void> {
  const start = performance.now();
  let sent = 0;
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate));
    for (; sent < due; sent++) writers[sent % writers.length]?.type();
    // Stops when it cannot keep up itself.
    if (performance.now() - start > (total / rate) * 1000 * 1.2) return;
    await pause(2);
  }
}
