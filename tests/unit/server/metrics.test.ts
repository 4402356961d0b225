import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import express from "express";
import { afterEach, describe, expect, it } from "vitest";

import { Desk } from "../collab/desk";
import type { CollabServer } from "../../../server/collab";
import { collabMetrics, metricsHandler } from "../../../server/metrics";

let server: Server | undefined;
afterEach(() => server?.close());

const health = { accepting: true, rooms: 3, sockets: 7, unsaved: 1, unsavedBytes: 512 };

async function scrape(token: string | null, headers: Record<string, string> = {}) {
  const metrics = collabMetrics();
  const desk = new Desk({}, metrics.events);
  const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
  ann.doc.getText("summary").insert(0, "x");
  ann.doc.getText("summary").insert(0, "y");
  await desk.settle();
  ben.send(new Uint8Array([77]));
  desk.store.failure = "beforeCommit";
  ann.doc.getText("summary").insert(0, "z");
  await desk.settle();

  const collab = { health: () => health } as unknown as CollabServer;
  const app = express().get("/metrics", metricsHandler(metrics, collab, token));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  return { status: answer.status, text: await answer.text() };
}

describe("the figures of the collaboration server", () => {
  it("are told in Prometheus text to who has the token", async () => {
    const { status, text } = await scrape("a-long-enough-token", {
      authorization: "Bearer a-long-enough-token",
    });
    expect(status).toBe(200);
    for (const line of [
      "countersign_collab_rooms 3",
      "countersign_collab_sockets 7",
      "countersign_collab_unsaved_bytes 512",
      "countersign_collab_updates_total 2",
      "countersign_collab_rows_total 1",
      "countersign_collab_commit_seconds_count 1",
      "countersign_collab_commit_failures_total 1",
      'countersign_collab_refused_total{code="4400"} 1',
    ]) {
      expect(text.split("\n")).toContain(line);
    }
  });

  it("are nobody else's, and nobody's without a token set", async () => {
    expect((await scrape("a-long-enough-token")).status).toBe(404);
    const wrong = { authorization: "Bearer another-long-token" };
    expect((await scrape("a-long-enough-token", wrong)).status).toBe(404);
    expect((await scrape(null, { authorization: "Bearer " })).status).toBe(404);
  });
});
