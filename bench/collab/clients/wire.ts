import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** What a server said, whatever its wire format. */
export type Heard =
  /** The client may begin. */
  | { kind: "admitted" }
  | { kind: "question"; vector: Uint8Array }
  | { kind: "content"; isAnswer: boolean; update: Uint8Array }
  | { kind: "awareness"; update: Uint8Array }
  /** Update messages that are saved: all up to this one, or one more. */
  | { kind: "saved"; upTo: number }
  | { kind: "saved"; more: number }
  | { kind: "other" };

/** A wire format around the sync and awareness messages of y-protocols. */
export interface Wire {
  /** What a client says first; null when it may begin at once. */
  hello(room: string): Uint8Array | null;
  question(room: string, vector: Uint8Array): Uint8Array;
  answer(room: string, update: Uint8Array): Uint8Array;
  update(room: string, update: Uint8Array): Uint8Array;
  awareness(room: string, update: Uint8Array): Uint8Array;
  read(message: Uint8Array): Heard;
}

const kinds = { sync: 0, awareness: 1 } as const;
const syncs = { question: 0, answer: 1, update: 2 } as const;

type Begin = (encoder: encoding.Encoder, room: string) => void;

function framing(begin: Begin): Omit<Wire, "hello" | "read"> {
  const write = (room: string, kind: number, sync: number | null, payload: Uint8Array) => {
    const encoder = encoding.createEncoder();
    begin(encoder, room);
    encoding.writeVarUint(encoder, kind);
    if (sync !== null) encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint8Array(encoder, payload);
    return encoding.toUint8Array(encoder);
  };
  return {
    question: (room, vector) => write(room, kinds.sync, syncs.question, vector),
    answer: (room, update) => write(room, kinds.sync, syncs.answer, update),
    update: (room, update) => write(room, kinds.sync, syncs.update, update),
    awareness: (room, update) => write(room, kinds.awareness, null, update),
  };
}

function readSync(decoder: decoding.Decoder): Heard {
  const sync = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  return sync === syncs.question
    ? { kind: "question", vector: payload }
    : { kind: "content", isAnswer: sync === syncs.answer, update: payload };
}

/** The y-websocket format, and in it our `durable` message (type 8), which other servers never send. */
export const plainWire: Wire = {
  ...framing(() => undefined),
  hello: () => null,
  read(message) {
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync:
        return readSync(decoder);
      case kinds.awareness:
        return { kind: "awareness", update: decoding.readVarUint8Array(decoder) };
      case 8:
        return decoding.readVarUint(decoder) === 0
          ? { kind: "saved", upTo: decoding.readVarUint(decoder) }
          : { kind: "other" };
      default:
        return { kind: "other" };
    }
  },
};

const hocuspocus = { auth: 2, syncReply: 4, syncStatus: 8 } as const;

/** The format of Hocuspocus 4: every message begins with the document's name, and a token opens the connection. */
export const hocuspocusWire: Wire = {
  ...framing((encoder, room) => encoding.writeVarString(encoder, room)),
  hello(room) {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, hocuspocus.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "token");
    encoding.writeVarString(encoder, "4.7.0");
    return encoding.toUint8Array(encoder);
  },
  read(message) {
    const decoder = decoding.createDecoder(message);
    decoding.readVarString(decoder);
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync:
      case hocuspocus.syncReply:
        return readSync(decoder);
      case kinds.awareness:
        return { kind: "awareness", update: decoding.readVarUint8Array(decoder) };
      case hocuspocus.auth:
        return decoding.readVarUint(decoder) === 2 ? { kind: "admitted" } : { kind: "other" };
      case hocuspocus.syncStatus:
        return decoding.readVarInt(decoder) === 1 ? { kind: "saved", more: 1 } : { kind: "other" };
      default:
        return { kind: "other" };
    }
  },
};
