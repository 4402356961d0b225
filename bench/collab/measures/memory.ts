import { Writer } from "../clients/writer";
import type { Contender } from "../contenders/contender";
import { median, pause } from "../statistics";
import { alternate, rowOf, type Bench, type Measure } from "./measure";

const edits = 2_000;
const messages = 20;
const roomsAtOnce = 20;

interface Trial {
  rss: number;
  live: number;
  base: number;
  refused: number;
}

/** Resident memory that open rooms cost a server, each with one person who made 2,000 edits all over a text and stays. */
export const memory: Measure = {
  name: "memory",
  title: "Memory of open rooms, 2,000 edits and one connection each",
  async run(bench) {
    // Once: it takes minutes, and repeats closely.
    const results = await alternate(bench, bench.contenders, 1, (contender) =>
      trial(bench, contender),
    );
    const megabytes = (bytes: number) => bytes / 1024 / 1024;
    const each = (read: (trial: Trial) => number) => (trials: Trial[]) =>
      (megabytes(median(trials.map(read))) * 1000) / bench.rooms;
    return [
      rowOf(
        "resident, for 1,000 rooms",
        "MB",
        results,
        each(({ rss }) => rss),
      ),
      rowOf(
        "heap and buffers, for 1,000 rooms",
        "MB",
        results,
        each(({ live }) => live),
      ),
      rowOf("resident before the first room", "MB", results, (trials) =>
        megabytes(median(trials.map(({ base }) => base))),
      ),
      rowOf("rooms refused", "", results, (trials) => median(trials.map(({ refused }) => refused))),
    ];
  },
};

async function trial(bench: Bench, contender: Contender): Promise<Trial> {
  const rooms = await contender.newRooms(bench.rooms);
  await contender.stop();
  await contender.start();
  await warmUp(contender, await contender.newRooms(8));
  const before = await contender.server.memory();
  const writers: Writer[] = [];
  let refused = 0;
  for (let first = 0; first < rooms.length; first += roomsAtOnce) {
    const opened = rooms.slice(first, first + roomsAtOnce).map(async (room, index) => {
      const writer = new Writer(contender, room, first + index);
      try {
        writers.push(await fill(writer));
      } catch (error) {
        if (refused++ === 0) bench.note(`${contender.name}: a room was refused: ${String(error)}`);
      }
    });
    await Promise.all(opened);
  }
  // Longer than any of them waits before it stores, or puts a resting document away.
  await pause(bench.short ? 9_000 : 15_000);
  const after = await contender.server.memory();
  const lost = writers.filter(({ client }) => client.closed !== null);
  if (lost[0]) bench.note(`${contender.name}: ${lost.length} lost, ${lost[0].client.closed}`);
  for (const writer of writers) writer.close();
  await pause(500);
  return {
    rss: after.rss - before.rss,
    live: after.heapUsed + after.external - before.heapUsed - before.external,
    base: before.rss,
    refused: refused + lost.length,
  };
}

/** So that code and pools of the first rooms are not counted as rooms. */
async function warmUp(contender: Contender, rooms: readonly string[]): Promise<void> {
  const writers = await Promise.all(
    rooms.map((room, index) => fill(new Writer(contender, room, index))),
  );
  for (const writer of writers) writer.close();
  await pause(1_000);
}

async function fill(writer: Writer): Promise<Writer> {
  await writer.open();
  for (let message = 0; message < messages; message++) {
    writer.scatter(edits / messages);
    await pause(5);
  }
  if (writer.client.saved > 0) await writer.client.until(() => writer.client.isSaved);
  return writer;
}
