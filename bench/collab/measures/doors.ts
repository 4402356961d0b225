import { openTogether } from "../clients/typist";
import { RawClient } from "../clients/raw-client";
import { Writer } from "../clients/writer";
import { Countersign } from "../contenders/countersign";
import { pause } from "../statistics";
import type { Bench, Measure, Row } from "./measure";

/** What Countersign lets four people do: the crowds and the pace at which others are measured. */
export const doors: Measure = {
  name: "doors",
  title: "What Countersign lets its four demo people do",
  async run(bench) {
    if (bench.ours === null) return [];
    const four = new Countersign({ script: bench.script, people: 4 });
    try {
      await four.start();
      return await rows(bench, four);
    } finally {
      await four.dispose();
    }
  },
};

async function rows(bench: Bench, four: Countersign): Promise<Row[]> {
  const many = bench.short ? 100 : 1_000;
  const row = (measure: string, value: string): Row => ({
    measure,
    unit: "",
    values: { countersign: value },
  });
  const found: Row[] = [];
  const rooms = await four.newRooms(many);
  const spread = (sockets: number, over: number) =>
    Array.from({ length: sockets }, (_, index) => rooms[index % over] ?? "");
  for (const [sockets, over, atOnce] of [
    [50, 1, 10],
    [50, 1, 50],
    [200, 40, 20],
    [200, 40, 200],
    [many, many, 20],
  ] as const) {
    const label = `${sockets} sockets over ${over} rooms, ${atOnce} at once`;
    found.push(row(label, await crowd(four, spread(sockets, over), atOnce)));
  }
  for (const rate of [100, 200, 400, 1_000]) {
    const label = `${rate} updates/s on one socket for ${bench.short ? 3 : 12} s`;
    found.push(row(label, await pace(four, rooms[0] ?? "", rate, bench.short ? 3 : 12)));
  }
  found.push(row("20,000 updates at once on one socket", await flood(four, rooms[1] ?? "")));
  found.push(row("3 MB in pastes of 100 kB, then typing", await pastes(four, rooms[2] ?? "")));
  return found;
}

async function crowd(four: Countersign, rooms: readonly string[], atOnce: number): Promise<string> {
  const clients: RawClient[] = [];
  const refusals = new Map<string, number>();
  const start = performance.now();
  for (let first = 0; first < rooms.length; first += atOnce) {
    const opening = rooms
      .slice(first, first + atOnce)
      .map((room, index) => new RawClient(four.door(room, first + index)));
    clients.push(...opening);
    await Promise.all(opening.map(({ synced }) => synced.catch(() => undefined)));
  }
  const seconds = (performance.now() - start) / 1000;
  // Long enough for the rights of all of them to be asked for twice.
  await pause(5_000);
  const loop = await four.server.loop();
  for (const { closed } of clients) {
    if (closed !== null) refusals.set(closed, (refusals.get(closed) ?? 0) + 1);
  }
  for (const client of clients) client.close();
  await pause(500);
  const open = clients.length - [...refusals.values()].reduce((all, one) => all + one, 0);
  const refused = [...refusals].map(([why, count]) => `, ${count} × ${why}`).join("");
  return `${open} open after ${seconds.toFixed(1)} s${refused}; idle loop ${Math.round(loop.utilization * 100)} % busy`;
}

async function pace(
  four: Countersign,
  room: string,
  rate: number,
  seconds: number,
): Promise<string> {
  const [reader] = await openTogether(four, room, 1);
  const writer = await new Writer(four, room, 1).open();
  writer.prepare(rate * seconds);
  const start = performance.now();
  let sent = 0;
  while (sent < rate * seconds && writer.client.closed === null) {
    const due = Math.min(rate * seconds, ((performance.now() - start) / 1000) * rate);
    for (; sent < due && writer.type(); sent++);
    await pause(2);
  }
  const after = (performance.now() - start) / 1000;
  const { closed } = writer.client;
  for (const one of [reader, writer]) one?.close();
  await pause(300);
  return closed === null ? "all taken" : `closed after ${after.toFixed(1)} s: ${closed}`;
}

async function flood(four: Countersign, room: string): Promise<string> {
  const writer = await new Writer(four, room, 1).open();
  writer.prepare(20_000);
  while (writer.type());
  const saved = await Promise.race([
    writer.client.until(() => writer.client.isSaved).catch(() => undefined),
    pause(60_000),
  ]).then(() => writer.client.saved);
  const { closed } = writer.client;
  writer.close();
  return `${saved} saved${closed === null ? "" : `, closed: ${closed}`}`;
}

async function pastes(four: Countersign, room: string): Promise<string> {
  const writer = await new Writer(four, room, 1).open();
  for (let paste = 0; paste < 30; paste++) writer.rewrite(100_000);
  writer.prepare(300);
  for (let key = 0; key < 300 && writer.type(); key++) await pause(10);
  await pause(2_000);
  const { closed } = writer.client;
  writer.close();
  return closed === null ? "all taken" : `closed: ${closed}`;
}
