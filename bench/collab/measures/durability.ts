import * as Y from "yjs";

import { RawClient } from "../clients/raw-client";
import { Writer } from "../clients/writer";
import type { Contender } from "../contenders/contender";
import { pause, quantile, sum } from "../statistics";
import { alternate, rowOf, type Bench, type Measure, type Row } from "./measure";

interface Trial {
  seen: number;
  acknowledged: number;
  lostSeen: number;
  lostAcknowledged: number;
  roomsWithLoss: number;
  rooms: number;
  back: number;
}

/** Kills the server in mid-typing, with everybody gone, and looks for what somebody had seen or was told is saved. */
export const durability: Measure = {
  name: "durability",
  title:
    "kill -9 while typing: edits that were seen by another, or acknowledged, and are gone after the restart",
  async run(bench) {
    const rows: Row[] = [];
    for (const rate of [10, 100]) {
      for (const withDatabase of [false, true]) {
        const tried = withDatabase
          ? bench.contenders.filter((c) => c === bench.ours)
          : bench.contenders;
        if (tried.length === 0 || (bench.short && withDatabase)) continue;
        const results = await alternate(bench, tried, bench.kills, (contender) =>
          trial(bench, contender, rate, withDatabase),
        );
        const label = `${rate} edits/s in each room${withDatabase ? ", database killed too" : ""}`;
        const total = (read: (trial: Trial) => number) => (trials: Trial[]) =>
          sum(trials.map(read));
        rows.push(
          rowOf(
            `${label}: seen by another`,
            "edits",
            results,
            total(({ seen }) => seen),
            (value) => Number(value) > 0,
          ),
          rowOf(
            `${label}: of these lost`,
            "edits",
            results,
            total(({ lostSeen }) => lostSeen),
            (value) => value === 0,
          ),
          rowOf(
            `${label}: acknowledged and lost`,
            "edits",
            results,
            (trials) =>
              sum(trials.map((t) => t.acknowledged)) === 0
                ? null
                : sum(trials.map((t) => t.lostAcknowledged)),
            (value) => value === 0,
          ),
          rowOf(
            `${label}: rooms with loss`,
            "%",
            results,
            (trials) =>
              (100 * sum(trials.map((t) => t.roomsWithLoss))) / sum(trials.map((t) => t.rooms)),
          ),
          rowOf(`${label}: back after`, "s", results, (trials) =>
            quantile(
              trials.map(({ back }) => back),
              0.5,
            ),
          ),
        );
      }
    }
    return rows;
  },
};

async function trial(
  bench: Bench,
  contender: Contender,
  rate: number,
  withDatabase: boolean,
): Promise<Trial> {
  const names = await contender.newRooms(bench.short ? 4 : 10);
  const tables = await Promise.all(
    names.map(async (room, index) => {
      const seen = { end: 0 };
      const writer: Writer = new Writer(contender, room, index * 2);
      const watcher = new RawClient(contender.door(room, index * 2 + 1), {
        onContent: (update) => {
          seen.end = Math.max(seen.end, Y.parseUpdateMeta(update).to.get(writer.id) ?? 0);
        },
      });
      await Promise.all([watcher.synced, writer.open()]);
      return { room, writer, watcher, seen, acknowledged: { end: 0 }, ends: [] as number[] };
    }),
  );
  // Anywhere in what a debounced store may wait for: ten seconds.
  const seconds = bench.short ? 2 + Math.random() * 2 : 2 + Math.random() * 10;
  for (const { writer } of tables) writer.prepare(Math.ceil(rate * seconds) + 1);
  const end = performance.now() + seconds * 1000;
  for (let next = performance.now(); next < end; next += 1000 / rate) {
    await pause(Math.max(0, next - performance.now()));
    for (const table of tables) {
      table.writer.type();
      table.ends[table.writer.client.sent] = table.writer.end;
    }
  }
  await contender.crash(withDatabase);
  for (const { writer, watcher } of tables) {
    for (const { closed } of [writer.client, watcher]) {
      if (closed !== null && !/^1006|ECONNRESET|EPIPE/.test(closed)) {
        bench.note(`${contender.name}, before the kill: ${closed}`);
      }
    }
    watcher.close();
    writer.close();
  }

  const down = performance.now();
  await contender.start();
  const back = (performance.now() - down) / 1000;
  const answers = await Promise.all(
    tables.map(async ({ room, writer, seen, ends }) => {
      const doc = new Y.Doc();
      const late = new RawClient(contender.door(room, 0), { doc });
      await late.synced;
      // Some servers answer before they have read what they kept.
      await pause(contender.name === "y-websocket leveldb" ? 2_000 : 0);
      late.close();
      const kept = Y.getState(doc.store, writer.id);
      const acknowledged = contender.acknowledges ? (ends[writer.client.saved] ?? 0) : 0;
      return { seen: seen.end, acknowledged, kept };
    }),
  );
  return {
    seen: sum(answers.map(({ seen }) => seen)),
    acknowledged: sum(answers.map(({ acknowledged }) => acknowledged)),
    lostSeen: sum(answers.map(({ seen, kept }) => Math.max(0, seen - kept))),
    lostAcknowledged: sum(
      answers.map(({ acknowledged, kept }) => Math.max(0, acknowledged - kept)),
    ),
    roomsWithLoss: answers.filter((a) => Math.max(a.seen, a.acknowledged) > a.kept).length,
    rooms: answers.length,
    back,
  };
}
