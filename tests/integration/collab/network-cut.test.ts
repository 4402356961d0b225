import type { ChildProcess } from "node:child_process";

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { freePort } from "../../../server/free-port";
import { BreakableLine, type Cut } from "../../support/breakable-line";
import { startCollabProcess } from "../../support/collab-processes";
import { startDesk, type TestDesk } from "../../support/desk";
import { ensureRedis, startRedis } from "../../support/redis";
import { bringTo, cast, type Cast } from "../../support/review-steps";
import { SessionClient } from "../../support/session-client";

const binary = ensureRedis();
const inTime = { timeout: 40_000, interval: 50 };

describe.skipIf(binary === null)("two processes, one of which loses the network", () => {
  let desk: TestDesk;
  let people: Cast;
  let redis: ChildProcess;
  const lines: Record<"Redis" | "Postgres", BreakableLine | null> = { Redis: null, Postgres: null };
  const processes: { port: number; child: ChildProcess }[] = [];
  let clients: SessionClient[] = [];
  let serial = 0;

  beforeAll(async () => {
    desk = await startDesk();
    people = await cast(desk);
    const redisPort = await freePort();
    redis = await startRedis(binary ?? "", redisPort);
    const database = new URL(desk.platform.databaseUrl ?? "");
    lines.Redis = await BreakableLine.to(redisPort);
    lines.Postgres = await BreakableLine.to(Number(database.port));
    const start = async (databasePort: number | string, redisAt: number) => {
      database.port = String(databasePort);
      const port = await freePort();
      const child = await startCollabProcess(port, database.href, `redis://127.0.0.1:${redisAt}`);
      processes.push({ port, child });
    };
    await start(database.port, redisPort);
    await start(lines.Postgres.port, lines.Redis.port);
  });
  afterEach(() => {
    for (const client of clients) client.destroy();
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill("SIGKILL");
    for (const line of [lines.Redis, lines.Postgres]) await line?.close();
    redis.kill("SIGKILL");
    await desk.stop();
  });

  /** Two people at each process, in a new review; those of the second are behind the lines. */
  async function everybodyComes(): Promise<{ claimId: string; cutOff: SessionClient[] }> {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "in_review");
    clients = processes.flatMap(({ port }) =>
      [people.lead, people.editor].map(({ person }) => new SessionClient(port, claim.id, person)),
    );
    await vi.waitFor(() => expect(clients.every((it) => it.isShownAsSaved)).toBe(true), inTime);
    return { claimId: claim.id, cutOff: clients.slice(2) };
  }

  const everybodyTypes = () => clients.forEach((client) => client.type(`<${serial++}>`));
  const allWords = () => clients.flatMap(({ typed }) => [...typed]);
  const isWhole = (client: SessionClient) =>
    client.isShownAsSaved && allWords().every((word) => client.summary.includes(word));
  const everybodyHasAll = () => vi.waitFor(() => expect(clients.every(isWhole)).toBe(true), inTime);

  /** What is stored, in numbered rows without a gap, each struct in one of them. */
  async function storedSummary(claimId: string): Promise<string> {
    const rows = await desk.sql<{ n: string; update: Uint8Array }[]>`
      select n, update from public.review_updates where claim_id = ${claimId} order by n`;
    expect(rows.map(({ n }) => Number(n))).toEqual(rows.map((_, index) => index + 1));
    const doc = new Y.Doc();
    for (const { update } of rows) {
      for (const [client, from] of Y.parseUpdateMeta(update).from) {
        expect(from, "the first struct of a row").toBe(Y.getState(doc.store, client));
      }
      Y.applyUpdate(doc, update);
    }
    return doc.getText("summary").toJSON();
  }

  async function expectAllKeptOnce(claimId: string): Promise<void> {
    const stored = await storedSummary(claimId);
    for (const client of clients) {
      expect(client.summary).toBe(stored);
      expect([...client.shownAsSaved]).toEqual([...client.typed]);
    }
    for (const word of allWords()) expect(stored.split(word)).toHaveLength(2);
  }

  it.each<Cut>(["silence", "reset"])(
    "to Redis, by %s: edits are saved and found by looking, and all goes on as before",
    async (how) => {
      const { claimId } = await everybodyComes();
      everybodyTypes();
      await everybodyHasAll();
      lines.Redis?.cut(how);
      everybodyTypes();
      await everybodyHasAll();
      everybodyTypes();
      lines.Redis?.mend();
      everybodyTypes();
      await everybodyHasAll();
      await expectAllKeptOnce(claimId);
    },
    90_000,
  );

  it.each<Cut>(["silence", "reset"])(
    "to Postgres, by %s: who is cut off is told that nothing is saved, and all of it is in the end",
    async (how) => {
      const { claimId, cutOff } = await everybodyComes();
      everybodyTypes();
      await everybodyHasAll();
      const before = cutOff.map(({ shownAsSaved }) => shownAsSaved.size);
      lines.Postgres?.cut(how);
      everybodyTypes();
      const isTold = ({ words }: SessionClient) => words.startsWith("Not saved");
      await vi.waitFor(() => expect(cutOff.every(isTold)).toBe(true), inTime);
      everybodyTypes();
      // The others go on, and nothing of those who are cut off was ever shown as saved.
      const others = clients.slice(0, 2);
      await vi.waitFor(() => expect(others.every((it) => it.isShownAsSaved)).toBe(true), inTime);
      expect(cutOff.map(({ shownAsSaved }) => shownAsSaved.size)).toEqual(before);
      const stored = await storedSummary(claimId);
      for (const { shownAsSaved } of clients) {
        for (const word of shownAsSaved) expect(stored).toContain(word);
      }
      lines.Postgres?.mend();
      everybodyTypes();
      await everybodyHasAll();
      await expectAllKeptOnce(claimId);
    },
    120_000,
  );
});
