import { performance } from "node:perf_hooks";

import { EditLedger } from "../clients/edit-ledger";
import { openTogether, type Typist } from "../clients/typist";
import type { Contender } from "../contenders/contender";
import { median, pause, quantile } from "../statistics";
import { alternate, profileFile, rowOf, type Bench, type Measure, type Row } from "./measure";

interface Shape {
  people: number;
  rooms: number;
}

const shapes: readonly Shape[] = [
  { people: 10, rooms: 1 },
  { people: 50, rooms: 1 },
  { people: 5, rooms: 40 },
];
const editsPerSecond = 2;
/** Milliseconds for which the last edits are waited for; an edit that needs longer counts as lost. */
const patience = 10_000;

interface Trial {
  p50: number;
  p99: number;
  /** Share of edits that reached everybody, and connections that were lost. */
  delivered: number;
  refusals: string[];
  serverBusy: number;
  clientBusy: number;
}

/** From the keystroke of one person to its being applied in the document of another. */
export const latency: Measure = {
  name: "latency",
  title: "Edit to remote apply, 2 edits a second each, with caret moves",
  async run(bench) {
    const rows: Row[] = [];
    const isChosen = ({ people, rooms }: Shape) =>
      bench.shapes.length === 0 || bench.shapes.includes(`${people}x${rooms}`);
    for (const shape of shapes.filter(isChosen)) {
      const results = await alternate(bench, bench.contenders, bench.runs, (contender) =>
        trial(bench, contender, shape),
      );
      const label = `${shape.people} people in each of ${shape.rooms} rooms`;
      const of = (read: (trial: Trial) => number) => (trials: Trial[]) => median(trials.map(read));
      rows.push(
        rowOf(
          `${label}, p50`,
          "ms",
          results,
          of(({ p50 }) => p50),
        ),
        rowOf(
          `${label}, p99`,
          "ms",
          results,
          of(({ p99 }) => p99),
        ),
        rowOf(
          `${label}, delivered`,
          "%",
          results,
          of(({ delivered }) => delivered * 100),
          (value) => Number(value) >= 98,
        ),
        rowOf(
          `${label}, server’s event loop busy`,
          "%",
          results,
          of((t) => t.serverBusy * 100),
        ),
      );
    }
    return rows;
  },
};

async function trial(bench: Bench, contender: Contender, shape: Shape): Promise<Trial> {
  const ledger = new EditLedger();
  const rooms = await contender.newRooms(shape.rooms);
  const typists: Typist[] = [];
  // A few rooms at a time: how fast many doors open at once is another question.
  for (let first = 0; first < rooms.length; first += 4) {
    const opened = rooms
      .slice(first, first + 4)
      .map((room, index) =>
        openTogether(contender, room, shape.people, ledger, (first + index) * shape.people),
      );
    typists.push(...(await Promise.all(opened)).flat());
  }
  await typing(typists, 1_000);
  await pause(300);
  ledger.restart();
  await contender.server.loop();
  const before = performance.eventLoopUtilization();
  const file = profileFile(bench, contender, `latency ${shape.people}x${shape.rooms}`);
  await contender.server.profiled(file, () => typing(typists, bench.short ? 2_000 : 8_000));
  const loop = await contender.server.loop();
  const own = performance.eventLoopUtilization(before);
  const expected = ledger.made * (shape.people - 1);
  const latest = performance.now() + patience;
  while (ledger.latencies.length < expected && performance.now() < latest) await pause(100);

  const { latencies } = ledger;
  const refusals = typists.flatMap(({ client }) => client.closed ?? []);
  for (const why of new Set(refusals)) bench.note(`${contender.name}: a typist lost: ${why}`);
  for (const typist of typists) typist.close();
  await pause(200);
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    delivered: latencies.length / expected,
    refusals,
    serverBusy: loop.utilization,
    clientBusy: own.utilization,
  };
}

/** Everybody types at the same pace, each at a time of their own. */
async function typing(typists: readonly Typist[], milliseconds: number): Promise<void> {
  const every = 1000 / editsPerSecond;
  const end = performance.now() + milliseconds;
  const one = async (typist: Typist): Promise<void> => {
    for (let next = performance.now() + Math.random() * every; next < end; next += every) {
      await pause(Math.max(0, next - performance.now()));
      if (typist.client.closed !== null) return;
      typist.type();
    }
  };
  await Promise.all(typists.map(one));
}
