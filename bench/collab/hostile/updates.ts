import { randomBytes, randomInt } from "node:crypto";

import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { encoded, handmadeUpdate, updateOf } from "./attacker";
import type { Attack } from "./frames";

const anyClient = () => randomInt(1, 2 ** 31);

/** Updates, questions and presence that an honest editor never sends. */
export const updateAttacks: Record<string, Attack> = {
  "undecodable update": (a) => a.update(new Uint8Array([3, 255, 255, 255, 255])),
  "update of random bytes": (a) => a.update(randomBytes(4_000)),
  "a billion structs promised": (a) =>
    a.update(
      encoded((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, 1_000_000_000);
        encoding.writeVarUint(encoder, anyClient());
        encoding.writeVarUint(encoder, 0);
      }),
    ),
  "a billion deletes promised": (a) =>
    a.update(
      encoded((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, anyClient());
        encoding.writeVarUint(encoder, 1_000_000_000);
      }),
    ),
  "clock near 2^53": (a) =>
    a.update(handmadeUpdate([{ client: anyClient(), clock: Number.MAX_SAFE_INTEGER - 9 }])),
  "garbage struct of 2^50": (a) =>
    a.update(
      encoded((encoder) => {
        for (const value of [1, 1, anyClient(), 0]) encoding.writeVarUint(encoder, value);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 2 ** 50);
        encoding.writeVarUint(encoder, 0);
      }),
    ),
  "8,000 updates without predecessors": (a) => {
    const client = anyClient();
    for (let sent = 0; sent < 8_000; sent++) {
      a.update(handmadeUpdate([{ client, clock: 10 + sent * 2, origin: [client, 9 + sent * 2] }]));
    }
  },
  "8,000 updates on unknown origins": (a) => {
    for (let sent = 0; sent < 8_000; sent++) {
      a.update(handmadeUpdate([{ client: anyClient(), clock: 0, origin: [anyClient(), 7] }]));
    }
  },
  "structs under another’s client id": (a) =>
    a.update(handmadeUpdate([{ ...a.victim, text: "forged" }])),
  "garbage under another’s client id": (a) =>
    a.update(
      encoded((encoder) => {
        for (const value of [1, 1, a.victim.client, a.victim.clock]) {
          encoding.writeVarUint(encoder, value);
        }
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1_000);
        encoding.writeVarUint(encoder, 0);
      }),
    ),
  "struct that follows itself": (a) => {
    const client = anyClient();
    a.update(handmadeUpdate([{ client, clock: 0, origin: [client, 0] }]));
  },
  "unknown top-level type": (a) => a.update(updateOf((doc) => doc.getMap("admin").set("a", 1))),
  "another kind of a known part": (a) =>
    a.update(updateOf((doc) => doc.getText("verdict").insert(0, "x"))),
  "a document in the document": (a) =>
    a.update(updateOf((doc) => doc.getMap("verdict").set("rating", new Y.Doc()))),
  "binary content": (a) =>
    a.update(updateOf((doc) => doc.getMap("verdict").set("rating", new Uint8Array(9)))),
  "prototype as a key": (a) =>
    a.update(updateOf((doc) => doc.getMap("verdict").set("__proto__", { polluted: true }))),
  "summary of 900,000 characters": (a) =>
    a.update(updateOf((doc) => doc.getText("summary").insert(0, "x".repeat(900_000)))),
  "20,000 cards": (a) =>
    a.update(updateOf((doc) => doc.getArray("evidence").push(new Array(20_000).fill({})))),
  "nested 3,000 deep": (a) =>
    a.update(
      updateOf((doc) => {
        let parent: Y.XmlFragment = doc.getXmlFragment("rationale");
        for (let depth = 0; depth < 3_000; depth++) {
          const child = new Y.XmlElement("blockquote");
          parent.insert(0, [child]);
          parent = child;
        }
      }),
    ),
  "state vector of a billion": (a) =>
    a.question(encoded((encoder) => encoding.writeVarUint(encoder, 1_000_000_000))),
  "1,500 times the whole document": (a) => {
    for (let asked = 0; asked < 1_500; asked++) a.question(new Uint8Array([0]));
  },
  "presence of a million": (a) =>
    a.awareness((encoder) => encoding.writeVarUint(encoder, 1_000_000)),
  "presence that is no JSON": (a) => a.awareness(presence(anyClient(), "{nothing")),
  "presence of 60 kB": (a) =>
    a.awareness(presence(anyClient(), JSON.stringify({ user: "x".repeat(60_000) }))),
  "presence of 500 people": (a) =>
    a.awareness((encoder) => {
      encoding.writeVarUint(encoder, 500);
      for (let shown = 0; shown < 500; shown++) writePresence(encoder, anyClient(), "{}");
    }),
  "somebody else leaves": (a) => a.awareness(presence(a.victim.client, "null", 1_000)),
  "6,000 presence messages": (a) => {
    const client = anyClient();
    for (let sent = 0; sent < 6_000; sent++) a.awareness(presence(client, "{}", sent + 1));
  },
};

function presence(client: number, state: string, clock = 1) {
  return (encoder: encoding.Encoder): void => {
    encoding.writeVarUint(encoder, 1);
    writePresence(encoder, client, state, clock);
  };
}

function writePresence(encoder: encoding.Encoder, client: number, state: string, clock = 1): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
}
