import { once } from "node:events";

import { afterAll, beforeAll, expect, it } from "vitest";

import { LiveClient } from "../../support/collab";
import { freePort } from "../../../server/free-port";
import { startCollabProcess } from "../../support/collab-processes";
import { startDesk, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

/** `KILLS=40 npx vitest run ... kill.test.ts` for the long form. */
const kills = Number(process.env["KILLS"] ?? 3);
const roomsPerKill = 3;

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const startProcess = (port: number) => startCollabProcess(port, desk.platform.databaseUrl ?? "");

async function claimInReview(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}

it(
  "kill -9 while people type loses nothing that was seen by others or shown as saved",
  async () => {
    const port = await freePort();
    const claims = await Promise.all(Array.from({ length: roomsPerKill }, claimInReview));
    const kept = new Map(claims.map((claimId) => [claimId, new Set<string>()]));
    let serial = 0;
    let child = await startProcess(port);

    for (let kill = 0; kill < kills; kill++) {
      const clients = claims.flatMap((claimId) =>
        [people.lead, people.editor].map(({ person }) => ({
          claimId,
          own: new Set<string>(),
          client: new LiveClient(port, claimId, person.id),
        })),
      );
      await Promise.all(clients.map(({ client }) => client.open()));
      const typing = setInterval(() => {
        for (const { client, own } of clients) {
          const word = `<${serial++}>`;
          own.add(word);
          client.type(word);
        }
      }, 4);
      // Not at the same point of their work each time.
      const [first] = clients;
      await first?.client.until(() => first.client.saved.size >= 20 + ((kill * 17) % 60));
      child.kill("SIGKILL");
      await once(child, "exit");
      clearInterval(typing);

      for (const { claimId, client, own } of clients) {
        const sure = kept.get(claimId);
        for (const word of client.saved) sure?.add(word);
        for (const word of client.summary.match(/<\d+>/g) ?? [])
          if (!own.has(word)) sure?.add(word);
        client.destroy();
      }

      child = await startProcess(port);
      for (const claimId of claims) {
        const late = await new LiveClient(port, claimId, people.lead.person.id).open();
        const present = new Set(late.summary.match(/<\d+>/g) ?? []);
        const lost = [...(kept.get(claimId) ?? [])].filter((word) => !present.has(word));
        expect(lost).toEqual([]);
        late.destroy();
      }
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    const total = [...kept.values()].reduce((sum, words) => sum + words.size, 0);
    console.log(`${kills} kills, ${total} edits seen or shown as saved, 0 lost`);
    expect(total).toBeGreaterThan(kills * 20);
  },
  30_000 + kills * 15_000,
);

it("people who stay come back by themselves, and everything they typed meanwhile is saved", async () => {
  const port = await freePort();
  const claimId = await claimInReview();
  let child = await startProcess(port);
  const [ann, ed] = await Promise.all([
    new LiveClient(port, claimId, people.lead.person.id).open(),
    new LiveClient(port, claimId, people.editor.person.id).open(),
  ]);
  ann.type("before ");
  await ann.until(() => ann.isSaved);
  child.kill("SIGKILL");
  await once(child, "exit");
  ann.type("meanwhile ");
  ed.type("also meanwhile ");
  child = await startProcess(port);
  await Promise.all([ann.until(() => ann.isSaved), ed.until(() => ed.isSaved)]);
  await ed.until(() => ed.summary === ann.summary);
  for (const words of ["before ", "also meanwhile "]) expect(ann.summary).toContain(words);
  expect(ann.summary.replace("also meanwhile ", "")).toBe("before meanwhile ");
  for (const client of [ann, ed]) client.destroy();
  child.kill("SIGKILL");
  await once(child, "exit");
});
