import { timingSafeEqual } from "node:crypto";

import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import type { CollabEvents } from "~/collab/rooms";

import type { CollabServer } from "./collab";

/** What the rooms count. One for a process. */
export interface CollabMetrics {
  readonly events: CollabEvents;
  /** The figures in Prometheus text, with those of the process. */
  text(collab: CollabServer): Promise<string>;
  readonly contentType: string;
}

export function collabMetrics(): CollabMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: "countersign_collab_updates_total",
    help: "Edits that are committed, as messages of people.",
    registers,
  });
  const rows = new Counter({
    name: "countersign_collab_rows_total",
    help: "Rows that these edits became.",
    registers,
  });
  const commits = new Histogram({
    name: "countersign_collab_commit_seconds",
    help: "Time from handing edits to the database until they are committed.",
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const failures = new Counter({
    name: "countersign_collab_commit_failures_total",
    help: "Commits that the database did not take.",
    registers,
  });
  const refused = new Counter({
    name: "countersign_collab_refused_total",
    help: "Connections dropped for what they sent, by close code.",
    labelNames: ["code"],
    registers,
  });
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `countersign_collab_${name}`, help, registers });
  const rooms = gauge("rooms", "Rooms that are open.");
  const sockets = gauge("sockets", "Sockets that are open.");
  const unsaved = gauge("unsaved_bytes", "Bytes of edits that are not committed yet.");

  return {
    events: {
      committed(edits, appended, milliseconds) {
        updates.inc(edits);
        rows.inc(appended);
        commits.observe(milliseconds / 1000);
      },
      commitFailed: () => failures.inc(),
      dropped: (code) => refused.inc({ code: String(code) }),
    },
    async text(collab) {
      const health = collab.health();
      rooms.set(health.rooms);
      sockets.set(health.sockets);
      unsaved.set(health.unsavedBytes);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Answers whoever has the token, and tells nobody else that there is anything here. */
export function metricsHandler(
  metrics: CollabMetrics,
  collab: CollabServer,
  token: string | null,
): RequestHandler {
  return (req, res, next) => {
    if (token === null || !hasToken(req.headers.authorization ?? "", token)) {
      res.status(404).type("text").send("Not found\n");
      return;
    }
    metrics
      .text(collab)
      .then((text) => res.set("Cache-Control", "no-store").type(metrics.contentType).send(text))
      .catch(next);
  };
}

function hasToken(header: string, token: string): boolean {
  const given = Buffer.from(header);
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
