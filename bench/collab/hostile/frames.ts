import { randomBytes } from "node:crypto";

import type { Attacker } from "./attacker";

export type Attack = (attacker: Attacker) => void | Promise<void>;

const mask = [0, 0, 0, 0];

/** What breaks the WebSocket protocol, and messages that are none of ours. */
export const frameAttacks: Record<string, Attack> = {
  "reserved bits": (a) => a.bytes(0xf2, 0x80, ...mask),
  "reserved opcode": (a) => a.bytes(0x83, 0x80, ...mask),
  "frame without a mask": (a) => a.bytes(0x82, 0x01, 0x00),
  "close code 1": (a) => a.bytes(0x88, 0x82, ...mask, 0, 1),
  "close frame of one byte": (a) => a.bytes(0x88, 0x81, ...mask, 3),
  "continuation of nothing": (a) => a.bytes(0x80, 0x81, ...mask, 1),
  "fragmented ping": (a) => a.bytes(0x09, 0x80, ...mask),
  "ping of 126 bytes": (a) => a.bytes(0x89, 0xfe, 0, 126, ...mask),
  "text that is no UTF-8": (a) => a.bytes(0x81, 0x82, ...mask, 0xc3, 0x28),
  "frame of 110 MB": (a) => {
    a.bytes(0x82, 0xff, 0, 0, 0, 0, 0x06, 0x8e, 0x77, 0x80, ...mask);
    for (let sent = 0; sent < 20; sent++) a.tcp()?.write(Buffer.alloc(1024 * 1024));
  },
  "frame of 2^63 bytes": (a) => a.bytes(0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, ...mask),
  "fragments without an end": (a) => {
    a.bytes(0x02, 0x81, ...mask, 0);
    for (let sent = 0; sent < 5_000; sent++) a.bytes(0x00, 0x81, ...mask, 0);
  },
  "3,000 pings": (a) => {
    for (let sent = 0; sent < 3_000; sent++) a.main.socket.ping();
  },
  "connection reset": (a) => void a.tcp()?.resetAndDestroy(),
  "text message": (a) => a.message("hello"),
  "empty message": (a) => a.message(new Uint8Array()),
  "unknown type": (a) => a.message(new Uint8Array([77, 1, 2, 3])),
  "unfinished number": (a) => a.message(new Uint8Array([255, 255, 255])),
  "unknown sync message": (a) => a.message(new Uint8Array([0, 9, 1, 1])),
  "length beyond the message": (a) =>
    a.message(new Uint8Array([0, 2, 255, 255, 255, 255, 255, 15, 1])),
  "two MiB of noise": (a) => a.message(randomBytes(2 * 1024 * 1024)),
  "200 messages of noise": (a) => {
    for (let sent = 0; sent < 200; sent++) a.message(randomBytes(1 + (sent % 120)));
  },
  "20 connections dropped on the way in": (a) => {
    for (let opened = 0; opened < 20; opened++) {
      const { socket } = a.another();
      setTimeout(() => socket.terminate(), opened);
    }
  },
};
