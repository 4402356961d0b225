import path from "node:path";
import { parseArgs } from "node:util";

import { Countersign } from "../contenders/countersign";
import { pause, sum } from "../statistics";
import { CampaignFile } from "./campaign-file";
import { Table, type Missing } from "./table";

const usage = `npm run bench:kills -- [options]
  --kills N     kills altogether, over four forms in turn; goes on where the last run ended (1000)
  --minutes N   ends earlier, after so long
  --keep FOLDER where database, rooms and figures stay (bench/results/kills)
  --script FILE the built server (build/server/index.js)`;

const roomCount = 8;
/** What people wrote in a room stays in it, so it is left before it is full. */
const killsPerRoom = 300;
const longestBurst = 1_200;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    minutes: { type: "string", default: "Infinity" },
    keep: { type: "string", default: "bench/results/kills" },
    script: { type: "string", default: "build/server/index.js" },
    help: { type: "boolean", default: false },
  },
});
const [kills, minutes] = [Number(values.kills), Number(values.minutes)];
if (values.help || !Number.isInteger(kills) || Number.isNaN(minutes)) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

const forms = [10, 100].flatMap((rate) =>
  [false, true].map((withDatabase) => ({
    rate,
    withDatabase,
    name: `${rate} edits/s, node ${withDatabase ? "and Postgres" : "alone"}`,
  })),
);

const keepIn = path.resolve(values.keep);
const file = new CampaignFile(keepIn);
const { state } = file;
const server = new Countersign({ script: values.script, people: 4, keepIn });
let isOver = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (isOver = true));

async function takeNewRooms(): Promise<void> {
  const names = await server.newRooms(roomCount);
  state.rooms = names.map((name) => ({ name, seen: {}, acknowledged: {} }));
  Object.assign(state, { killsInRooms: 0, missing: { seen: 0, acknowledged: 0 } });
  file.save();
}

const sitDown = () => state.rooms.map((room) => new Table(server, room));

async function missingAt(tables: readonly Table[]) {
  const all = await Promise.all(tables.map((table) => table.missing()));
  return {
    seen: sum(all.map((it) => it.seen)),
    acknowledged: sum(all.map((it) => it.acknowledged)),
  };
}

/** Everybody types until the server is killed, at a moment that has to do with nothing. */
async function burst(tables: readonly Table[], { rate, withDatabase }: (typeof forms)[number]) {
  await Promise.all(tables.map((table) => table.sit(Math.ceil((rate * longestBurst) / 1000) + 2)));
  const typing = setInterval(() => tables.forEach((table) => table.type()), 1000 / rate);
  await pause(Math.random() * longestBurst);
  await server.crash(withDatabase);
  clearInterval(typing);
  const sure = await Promise.all(tables.map((table) => table.leave()));
  file.save();
  return {
    seen: sum(sure.map((it) => it.seen)),
    acknowledged: sum(sure.map((it) => it.acknowledged)),
  };
}

/** Counts what is missing and was not before. */
function count(missing: Missing, form: string): void {
  const tally = file.tallyOf(form);
  tally.lostSeen += Math.max(0, missing.seen - state.missing.seen);
  tally.lostAcknowledged += Math.max(0, missing.acknowledged - state.missing.acknowledged);
  state.missing = missing;
}

const begun = performance.now();
const isDone = () =>
  isOver || file.total.kills >= kills || performance.now() - begun > minutes * 60_000;
await server.start();
if (state.rooms.length === 0) await takeNewRooms();
let tables = sitDown();
// An earlier run may have ended before it looked.
count(await missingAt(tables), "broken off");
while (!isDone()) {
  const form = forms[file.total.kills % forms.length];
  if (!form) break;
  const since = performance.now();
  const sure = await burst(tables, form);
  await server.start();
  tables = sitDown();
  const tally = file.tallyOf(form.name);
  count(await missingAt(tables), form.name);
  tally.kills += 1;
  tally.seen += sure.seen;
  tally.acknowledged += sure.acknowledged;
  const seconds = (performance.now() - since) / 1000;
  state.killsInRooms += 1;
  state.seconds += seconds;
  file.save();
  const { total } = file;
  const lost = total.lostSeen + total.lostAcknowledged;
  console.log(
    `${total.kills}: ${form.name}, ${sure.seen} seen, ${seconds.toFixed(1)} s; ${lost} lost so far`,
  );
  if (state.killsInRooms < killsPerRoom) continue;
  for (const table of tables) table.close();
  await takeNewRooms();
  tables = sitDown();
}
await server.dispose();
console.table(state.forms);
const { total } = file;
console.log(
  `${total.kills} kills, ${total.seen} edits seen by a peer, ${total.acknowledged} acknowledged, ` +
    `${total.lostSeen} and ${total.lostAcknowledged} of them lost; ` +
    `${(state.seconds / Math.max(1, total.kills)).toFixed(2)} s per kill`,
);
process.exit(total.lostSeen + total.lostAcknowledged > 0 ? 1 : 0);
