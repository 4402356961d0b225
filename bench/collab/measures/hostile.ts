import * as Y from "yjs";

import { openTogether, type Typist } from "../clients/typist";
import type { Contender } from "../contenders/contender";
import { Attacker } from "../hostile/attacker";
import { frameAttacks, type Attack } from "../hostile/frames";
import { updateAttacks } from "../hostile/updates";
import { pause } from "../statistics";
import { rowOf, type Measure } from "./measure";

const attacks = Object.entries({ ...frameAttacks, ...updateAttacks });
/** Another room must be usable again within this time. */
const patience = 2_000;

interface Outcome {
  kind: string;
  /** What went wrong; null when nothing did. */
  harm: string | null;
  stall: number;
  sender: string;
}

/** Bad messages of many kinds, from somebody who is signed in, beside people who go on working. */
export const hostile: Measure = {
  name: "hostile",
  title: `Hostile messages, ${attacks.length} kinds`,
  async run(bench) {
    const results = new Map<string, Outcome[][]>();
    for (const contender of bench.contenders) {
      if (bench.short && contender !== bench.ours) continue;
      const outcomes = await all(contender);
      results.set(contender.name, [outcomes]);
      for (const { kind, harm, sender, stall } of outcomes) {
        if (harm !== null) {
          bench.note(
            `${contender.name}, ${kind}: ${harm}, stall ${Math.round(stall)} ms, sender ${sender}`,
          );
        }
      }
    }
    const count = (which: (outcome: Outcome) => boolean) => (runs: Outcome[][]) =>
      runs.flat().filter(which).length;
    return [
      rowOf(
        "survived without harm",
        "kinds",
        results,
        count(({ harm }) => harm === null),
        (value) => value === attacks.length,
      ),
      rowOf(
        "process ended",
        "kinds",
        results,
        count(({ harm }) => harm === "process ended"),
      ),
      rowOf("longest stall of the event loop", "ms", results, (runs) =>
        Math.round(Math.max(...runs.flat().map(({ stall }) => stall))),
      ),
      rowOf(
        "sender closed",
        "kinds",
        results,
        count(({ sender }) => sender !== "stays"),
      ),
    ];
  },
};

class Scene {
  private constructor(
    readonly room: string,
    readonly attacked: [Typist, Typist],
    readonly elsewhere: [Typist, Typist],
  ) {}

  static async open(contender: Contender): Promise<Scene> {
    await contender.start();
    const rooms = await contender.newRooms(2);
    const [attacked, elsewhere] = await Promise.all(
      rooms.map((room) => openTogether(contender, room, 2)),
    );
    const [ann, ben] = attacked ?? [];
    const [cem, dan] = elsewhere ?? [];
    if (!ann || !ben || !cem || !dan) throw new Error("The scene is not complete");
    return new Scene(rooms[0] ?? "", [ann, ben], [cem, dan]);
  }

  close(): void {
    for (const typist of [...this.attacked, ...this.elsewhere]) typist.close();
  }
}

async function all(contender: Contender): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let scene = await Scene.open(contender);
  for (const [kind, attack] of attacks) {
    const outcome = await one(contender, scene, kind, attack);
    outcomes.push(outcome);
    if (outcome.harm === null) continue;
    scene.close();
    // Whatever is left of it must not be counted against the next.
    await contender.crash(false);
    scene = await Scene.open(contender);
  }
  scene.close();
  return outcomes;
}

async function one(
  contender: Contender,
  scene: Scene,
  kind: string,
  attack: Attack,
): Promise<Outcome> {
  const [ann, ben] = scene.attacked;
  const victim = { client: ann.doc.clientID, clock: Y.getState(ann.doc.store, ann.doc.clientID) };
  const attacker = await Attacker.enter(contender, scene.room, 2, victim);
  const before = ben.text.toString();
  const summary = ben.doc.getText("summary").toString();
  await contender.server.loop().catch(() => null);

  await attack(attacker);
  const end = performance.now() + 400;
  const elsewhere = await keepsWorking(scene.elsewhere, end);
  const sender = attacker.main.closed ?? "stays";
  attacker.leave();
  const { isGone } = contender.server;
  const loop = isGone ? null : await Promise.race([contender.server.loop(), pause(20_000)]);
  const stall = loop?.stall ?? Number.NaN;
  const of = (harm: string | null): Outcome => ({ kind, harm, stall: stall || 0, sender });
  if (contender.server.isGone) return of("process ended");
  if (!elsewhere) return of(`another room waited over ${patience} ms`);
  if (ann.client.closed !== null || ben.client.closed !== null) return of("a bystander was closed");
  if (ben.text.toString() !== before) return of("the text changed");
  const after = ben.doc.getText("summary").toString();
  if (contender.acknowledges && after !== summary && kind.includes("client id")) {
    return of("the summary changed");
  }
  const goesOn = await reaches(ann, ben);
  return of(goesOn ? null : "the room stopped working");
}

/** Two people in another room write to each other all the while. False when a word took too long. */
async function keepsWorking([writer, reader]: [Typist, Typist], end: number): Promise<boolean> {
  do {
    if (!(await reaches(writer, reader))) return false;
    await pause(40);
  } while (performance.now() < end);
  return true;
}

async function reaches(writer: Typist, reader: Typist): Promise<boolean> {
  writer.type(false);
  const { clientID, store } = writer.doc;
  const wanted = Y.getState(store, clientID);
  const arrived = reader.client
    .until(() => Y.getState(reader.doc.store, clientID) >= wanted)
    .then(() => true)
    .catch(() => false);
  return Promise.race([arrived, pause(patience).then(() => false)]);
}
