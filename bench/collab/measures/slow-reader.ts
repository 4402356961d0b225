import { RawClient } from "../clients/raw-client";
import { Writer } from "../clients/writer";
import type { Contender } from "../contenders/contender";
import { median, pause } from "../statistics";
import { alternate, rowOf, type Bench, type Measure } from "./measure";

const pasteBytes = 32 * 1024;
const writersInRoom = 12;
/** Bytes a second from each writer: below what Countersign takes from one connection. */
const bytesPerSecond = 200 * 1024;

interface Trial {
  growth: number;
  sent: number;
  closed: boolean;
  lost: number;
}

/** Somebody opens a document and never reads from the socket, while others write a lot in it. */
export const slowReader: Measure = {
  name: "slow-reader",
  title: "A reader that never reads",
  async run(bench) {
    const results = await alternate(bench, bench.contenders, 1, (contender) =>
      trial(bench, contender),
    );
    const mb = (bytes: number) => bytes / 1024 / 1024;
    return [
      rowOf("sent towards it", "MB", results, (all) => median(all.map(({ sent }) => mb(sent)))),
      rowOf("server grew at most by", "MB", results, (all) => median(all.map((t) => mb(t.growth)))),
      rowOf(
        "reader was closed",
        "",
        results,
        (all) => (all.every((t) => t.closed) ? "yes" : "no"),
        (value) => value === "yes",
      ),
      rowOf("writers lost", "", results, (all) => median(all.map(({ lost }) => lost))),
    ];
  },
};

async function trial(bench: Bench, contender: Contender): Promise<Trial> {
  const [room] = await contender.newRooms(1);
  if (room === undefined) throw new Error("no room");
  await contender.stop();
  await contender.start();
  const total = (bench.short ? 20 : 150) * 1024 * 1024;
  const writers = Array.from({ length: writersInRoom }, (_, i) => new Writer(contender, room, i));
  await Promise.all(writers.map((writer) => writer.open()));
  // Once without the reader, so that what writing itself costs is not counted.
  await write(writers, total / 10);
  const reader = new RawClient(contender.door(room, writersInRoom));
  await reader.synced;
  const { rss: before } = await contender.server.memory();
  reader.socket.pause();

  let most = before;
  const watch = setInterval(() => (most = Math.max(most, contender.server.residentBytes())), 50);
  const sent = await write(writers, total);
  await pause(1_000);
  clearInterval(watch);
  const lost = writers.filter(({ client }) => client.closed !== null);
  if (lost[0]) bench.note(`${contender.name}: a writer lost: ${lost[0].client.closed}`);
  reader.socket.resume();
  await pause(1_000);
  const closed = reader.closed !== null;
  for (const one of [reader, ...writers.map(({ client }) => client)]) one.close();
  await pause(500);
  return { growth: most - before, sent, closed, lost: lost.length };
}

/** Everybody pastes over what they had, again and again, until so many bytes have gone out. */
async function write(writers: readonly Writer[], bytes: number): Promise<number> {
  const every = (1000 * pasteBytes) / bytesPerSecond / writers.length;
  let sent = 0;
  let turn = 0;
  for (let next = performance.now(); sent < bytes; next += every) {
    await pause(Math.max(0, next - performance.now()));
    const writer = writers[turn++ % writers.length];
    if (writers.every(({ client }) => client.closed !== null)) break;
    if (!writer || writer.client.closed !== null) continue;
    writer.rewrite(pasteBytes);
    sent += pasteBytes;
  }
  return sent;
}
