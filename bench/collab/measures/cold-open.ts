import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { HocuspocusProvider } from "@hocuspocus/provider";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { RawClient, type Door } from "../clients/raw-client";
import { hocuspocusWire } from "../clients/wire";
import type { Contender } from "../contenders/contender";
import { generatedTrace, readTrace, type EditingTrace } from "../editing-trace";
import { median, pause } from "../statistics";
import { rowOf, type Bench, type Measure } from "./measure";

/** Keystrokes that go into one message, and messages a second: below what Countersign takes from one connection. */
const keystrokesInMessage = 50;
const messagesPerSecond = 80;

interface Trial {
  wire: number;
  shown: number;
  bytes: number;
  complete: boolean;
}

/** Opens a document with a long history, first thing after the server was stopped and started again. */
export const coldOpen: Measure = {
  name: "cold-open",
  title: "Opening a long history after a restart",
  async run(bench) {
    const trace = bench.traceFile
      ? readTrace(bench.traceFile)
      : generatedTrace(bench.short ? 0.05 : 1);
    bench.note(`trace: ${trace.name}, ${trace.keystrokes.length} keystrokes`);
    const results = new Map<string, Trial[]>();
    for (const contender of bench.contenders) {
      if (!contender.persists) continue;
      results.set(contender.name, await trials(bench, contender, trace));
    }
    const of = (read: (trial: Trial) => number) => (all: Trial[]) => median(all.map(read));
    return [
      rowOf(
        "on the wire",
        "ms",
        results,
        of(({ wire }) => wire),
      ),
      rowOf(
        "shown, with its own provider",
        "ms",
        results,
        of(({ shown }) => shown),
      ),
      rowOf(
        "first answer",
        "bytes",
        results,
        of(({ bytes }) => bytes),
      ),
      rowOf(
        "complete",
        "",
        results,
        (all) => (all.every((t) => t.complete) ? "yes" : "no"),
        (value) => value === "yes",
      ),
    ];
  },
};

async function trials(bench: Bench, contender: Contender, trace: EditingTrace): Promise<Trial[]> {
  await contender.start();
  const [room] = await contender.newRooms(1);
  if (room === undefined) return [];
  const { text, state } = await seed(contender, room, trace);
  const all: Trial[] = [];
  for (let run = 0; run < Math.max(bench.runs, bench.short ? 1 : 9); run++) {
    await again(contender, state);
    const { wire, bytes, answer } = await onTheWire(contender.door(room, 0));
    const doc = new Y.Doc();
    if (answer) Y.applyUpdate(doc, answer);
    await again(contender, state);
    const shown = await shownAfter(contender.door(room, 0), text.length);
    all.push({ wire, bytes, shown, complete: textOf(doc) === text });
  }
  return all;
}

/** Starts the server again, with this process as the others find it: no old documents to clear, and memory at hand. */
async function again(contender: Contender, state: Uint8Array): Promise<void> {
  await contender.stop();
  await contender.start();
  // The documents of the trial before are some hundred thousand objects, and would be cleared away in the middle of this.
  collectGarbage();
  // V8 gives memory back behind a clearing, and asking for it anew is most of what the next readings take.
  for (let i = 0; i < 6; i++) Y.applyUpdate(new Y.Doc(), state);
  await pause(1_000);
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const textOf = (doc: Y.Doc): string => {
  const paragraph = doc.getXmlFragment("rationale").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text.toString() : "";
};

/** Types the trace through the server and waits until it has had time to store it. */
async function seed(
  contender: Contender,
  room: string,
  trace: EditingTrace,
): Promise<{ text: string; state: Uint8Array }> {
  const doc = new Y.Doc();
  const client = new RawClient(contender.door(room, 0), { doc });
  await client.synced;
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  let collected: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => collected.push(update));
  doc.transact(() => {
    doc.getXmlFragment("rationale").insert(0, [paragraph]);
    paragraph.insert(0, [text]);
  });
  const start = performance.now();
  let sent = 0;
  const send = async () => {
    client.sendUpdate(Y.mergeUpdates(collected));
    collected = [];
    await pause(Math.max(0, start + (++sent * 1000) / messagesPerSecond - performance.now()));
  };
  for (const [index, { at, removed, inserted }] of trace.keystrokes.entries()) {
    if (removed > 0) text.delete(at, removed);
    if (inserted !== "") text.insert(at, inserted);
    if (index % keystrokesInMessage === keystrokesInMessage - 1) await send();
    if (client.closed !== null) throw new Error(`${contender.name} closed: ${client.closed}`);
  }
  if (collected.length > 0) await send();
  if (contender.acknowledges) await client.until(() => client.isSaved);
  await pause(11_000);
  const typed = { text: text.toString(), state: Y.encodeStateAsUpdate(doc) };
  client.close();
  doc.destroy();
  await pause(1_000);
  return typed;
}

function onTheWire(
  door: Door,
): Promise<{ wire: number; bytes: number; answer: Uint8Array | null }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const client = new RawClient(door, {
      onContent: (answer) => {
        client.close();
        resolve({ wire: performance.now() - start, bytes: answer.length, answer });
      },
    });
    client.synced.catch(reject);
  });
}

/** Milliseconds until a new document has all of the text, with the provider that people use with this server. */
async function shownAfter(door: Door, length: number): Promise<number> {
  const doc = new Y.Doc();
  const start = performance.now();
  const isShown = () => {
    const paragraph = doc.getXmlFragment("rationale").get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    return text instanceof Y.XmlText && text.length >= length;
  };
  const provider = providerOf(door, doc);
  const shown = await new Promise<number>((resolve) => {
    const patience = setTimeout(() => resolve(Number.NaN), 60_000);
    doc.on("update", () => {
      if (!isShown()) return;
      clearTimeout(patience);
      resolve(performance.now() - start);
    });
  });
  provider.destroy();
  doc.destroy();
  return shown;
}

function providerOf({ url, headers, wire, room }: Door, doc: Y.Doc): { destroy(): void } {
  // A browser sends cookies and its Origin by itself.
  const WebSocketPolyfill = class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers });
    }
  } as unknown as typeof globalThis.WebSocket;
  if (wire === hocuspocusWire) {
    return new HocuspocusProvider({
      url,
      name: room,
      document: doc,
      token: "token",
      WebSocketPolyfill,
    } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  }
  const base = url.slice(0, url.length - room.length - 1);
  return new WebsocketProvider(base, room, doc, { WebSocketPolyfill, disableBc: true });
}
