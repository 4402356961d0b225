import type { ChildProcess } from "node:child_process";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { LiveClient } from "../../support/collab";
import { freePort } from "../../../server/free-port";
import { kill, startCollabProcess } from "../../support/collab-processes";
import { startDesk, type TestDesk } from "../../support/desk";
import { ensureRedis, startRedis } from "../../support/redis";
import { bringTo, cast, type Cast } from "../../support/review-steps";

const binary = ensureRedis();

describe.skipIf(binary === null)("three processes on one database, with Redis between them", () => {
  let desk: TestDesk;
  let people: Cast;
  let redis: ChildProcess;
  let redisPort = 0;
  const processes: { port: number; child: ChildProcess }[] = [];

  const start = async (port: number) =>
    startCollabProcess(port, desk.platform.databaseUrl ?? "", `redis://127.0.0.1:${redisPort}`);

  beforeAll(async () => {
    desk = await startDesk();
    people = await cast(desk);
    redisPort = await freePort();
    redis = await startRedis(binary ?? "", redisPort);
    for (let count = 0; count < 3; count++) {
      const port = await freePort();
      processes.push({ port, child: await start(port) });
    }
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill("SIGKILL");
    redis.kill("SIGKILL");
    await desk.stop();
  });

  it("everybody comes to the same and nothing saved is lost, whatever of it is killed", async () => {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "in_review");
    const persons = [people.lead, people.editor, people.lead].map(({ person }) => person.id);
    const clients = processes.map(
      ({ port }, index) => new LiveClient(port, claim.id, persons[index] ?? ""),
    );
    await Promise.all(clients.map((client) => client.open()));
    const words = new Set<string>();
    const everybodyTypes = (word: string) =>
      clients.forEach((client, index) => {
        words.add(`<${word}${index}>`);
        client.type(`<${word}${index}>`);
      });
    const hasAll = (client: LiveClient) =>
      [...words].every((word) => client.summary.includes(word));
    const allAreThere = () =>
      Promise.all(clients.map((client) => client.until(() => hasAll(client) && client.isSaved)));

    everybodyTypes("first");
    await allAreThere();
    await clients[0]?.until(() => clients[0]?.provider.awareness.getStates().size === 3);

    // Redis away: what others commit is found by looking.
    await kill(redis);
    everybodyTypes("without");
    await allAreThere();
    redis = await startRedis(binary ?? "", redisPort);
    everybodyTypes("again");
    await allAreThere();

    // One process away: its people come back by themselves and bring what they typed meanwhile.
    const [first] = processes;
    if (first) {
      await kill(first.child);
      everybodyTypes("meanwhile");
      first.child = await start(first.port);
    }
    await allAreThere();
    const texts = new Set(clients.map(({ summary }) => summary));
    expect(texts.size).toBe(1);
    for (const word of words) expect([...texts][0]?.split(word)).toHaveLength(2);

    const rows = await desk.sql<{ n: string }[]>`
      select n from public.review_updates where claim_id = ${claim.id} order by n`;
    expect(rows.map(({ n }) => Number(n))).toEqual(rows.map((_, index) => index + 1));
    for (const client of clients) client.destroy();
  }, 90_000);
});
