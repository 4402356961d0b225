import * as decoding from "lib0/decoding";
import * as Y from "yjs";

import { awarenessOf, RawClient } from "../clients/raw-client";
import { openTogether, sharedText, Typist } from "../clients/typist";
import type { Contender } from "../contenders/contender";
import { pause } from "../statistics";
import { alternate, rowOf, type Measure } from "./measure";

interface Trial {
  structs: string;
  name: string;
  presence: string;
}

/** One person passes for another: in the document, and in who is shown to be there. */
export const forgery: Measure = {
  name: "forgery",
  title: "Passing for somebody else",
  async run(bench) {
    const results = await alternate(bench, bench.contenders, 1, trial);
    return [
      rowOf("writes under another’s client id", "", results, ([t]) => t?.structs ?? null, kept),
      rowOf("presence under another’s name", "", results, ([t]) => t?.name ?? null, kept),
      rowOf("presence under another’s client id", "", results, ([t]) => t?.presence ?? null, kept),
    ];
  },
};

const kept = (value: number | string | null): boolean =>
  value !== null && value !== "accepted" && value !== "not tried";

async function trial(contender: Contender): Promise<Trial> {
  const [room] = await contender.newRooms(1);
  if (room === undefined) throw new Error("no room");
  return {
    structs: await forgeStructs(contender, room),
    name: await forgeName(contender, room),
    presence: await forgePresence(contender, room),
  };
}

async function forgeStructs(contender: Contender, room: string): Promise<string> {
  const [victim] = await openTogether(contender, room, 1);
  if (!victim) return "not tried";
  victim.type();
  await pause(300);
  const attacker = await new Typist(contender, room, 1).open(false);
  attacker.doc.clientID = victim.doc.clientID;
  attacker.text.insert(0, "FORGED");
  await pause(500);
  const late = await new Typist(contender, room, 2).open(false);
  const accepted = sharedText(late.doc)?.toString().includes("FORGED") ?? false;
  const closed = attacker.client.closed;
  for (const one of [victim, attacker, late]) one.close();
  return verdict(accepted, closed);
}

/** What is shown under each client id, as the watcher hears it. */
async function watching(contender: Contender, room: string) {
  const shown = new Map<number, unknown>();
  const watcher = new RawClient(contender.door(room, 2), {
    onAwareness(update) {
      const decoder = decoding.createDecoder(update);
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const client = decoding.readVarUint(decoder);
        decoding.readVarUint(decoder);
        shown.set(client, JSON.parse(decoding.readVarString(decoder)));
      }
    },
  });
  await watcher.synced;
  return { watcher, shown };
}

async function forgeName(contender: Contender, room: string): Promise<string> {
  const { watcher, shown } = await watching(contender, room);
  const attacker = new RawClient(contender.door(room, 1));
  await attacker.synced;
  const id = new Y.Doc().clientID;
  attacker.sendAwareness(awarenessOf(id, 1, { user: { name: "The editor", color: "#ff0000" } }));
  await pause(500);
  const accepted = JSON.stringify(shown.get(id) ?? null).includes("The editor");
  const isOverwritten = shown.has(id) && !accepted;
  const { closed } = attacker;
  for (const one of [watcher, attacker]) one.close();
  return isOverwritten ? "shown as who it is" : verdict(accepted, closed);
}

async function forgePresence(contender: Contender, room: string): Promise<string> {
  const { watcher, shown } = await watching(contender, room);
  const victim = new RawClient(contender.door(room, 0));
  const attacker = new RawClient(contender.door(room, 1));
  await Promise.all([victim.synced, attacker.synced]);
  const id = new Y.Doc().clientID;
  victim.sendAwareness(awarenessOf(id, 1, { user: { name: "The victim" }, at: "here" }));
  await pause(300);
  attacker.sendAwareness(awarenessOf(id, 1_000, { user: { name: "The victim" }, at: "FORGED" }));
  await pause(500);
  const accepted = JSON.stringify(shown.get(id) ?? null).includes("FORGED");
  const { closed } = attacker;
  for (const one of [watcher, attacker, victim]) one.close();
  return verdict(accepted, closed);
}

function verdict(accepted: boolean, closed: string | null): string {
  if (accepted) return "accepted";
  return closed === null ? "refused" : `refused, ${closed.split(" ")[0]}`;
}
