import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

import type { DocumentRight } from "~/domain/people/permissions";

/** Message types of the y-websocket protocol, and two of ours: `durable` from the server, `looking` to it. */
export const messageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  durable: 8,
  looking: 9,
} as const;

/** What a `sync` message carries. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** y-websocket gives up on 4400-4499 and comes back after anything else. */
export const closeCode = {
  /** The person may still read but no longer write: come back and be judged again. */
  rightsReduced: 4205,
  badMessage: 4400,
  signedOut: 4401,
  noRight: 4403,
  notFound: 4404,
  tooLarge: 4413,
  /** Storage is away or the server stops: come back, nothing that was acknowledged is lost. */
  tryAgain: 4500,
  slowDown: 4508,
} as const;

/**
 * What the server says beside the protocol. `saved`: the first `messages` update messages of this connection are
 * committed, and `head` is the newest row. `access`: what this connection may do, which document this is, and how often
 * the review had been submitted. `moved`: somebody took a step with the claim, and what the page shows of it is old.
 */
export type DurableMessage =
  | { kind: "saved"; messages: number; head: number }
  | { kind: "access"; right: DocumentRight; lineage: string; round: number }
  | { kind: "moved" };

/** On the wire a right is its place here. */
const rights: readonly DocumentRight[] = ["read", "write", "comment"];

/** A whole message: its type, then what `write` adds. */
export function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  return frame(messageType.sync, (encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** Says whether the person can see the page now. */
export function lookingFrame(isLooking: boolean): Uint8Array {
  return frame(messageType.looking, (encoder) => encoding.writeVarUint(encoder, Number(isLooking)));
}

export function durableFrame(message: DurableMessage): Uint8Array {
  return frame(messageType.durable, (encoder) => {
    if (message.kind === "saved") {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, message.messages);
      encoding.writeVarUint(encoder, message.head);
    } else if (message.kind === "moved") {
      encoding.writeVarUint(encoder, 2);
    } else {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, rights.indexOf(message.right));
      encoding.writeVarString(encoder, message.lineage);
      encoding.writeVarUint(encoder, message.round);
    }
  });
}

/** Reads what follows the type of a `durable` message; null for a kind this version does not know. */
export function readDurable(decoder: decoding.Decoder): DurableMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case 0:
      return {
        kind: "saved",
        messages: decoding.readVarUint(decoder),
        head: decoding.readVarUint(decoder),
      };
    case 1:
      return {
        kind: "access",
        right: rights[decoding.readVarUint(decoder)] ?? "read",
        lineage: decoding.readVarString(decoder),
        round: decoding.readVarUint(decoder),
      };
    case 2:
      return { kind: "moved" };
    default:
      return null;
  }
}
