import { expect, it } from "vitest";

import { closeCode } from "~/collab/protocol";

import { LiveClient, type TestCollab } from "../../support/collab";
import { value, type TestDesk } from "../../support/desk";
import { withLiveReviews } from "../../support/live-reviews";
import { bringTo, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let collab: TestCollab;
let clients: LiveClient[];
withLiveReviews((live) => ({ desk, people, collab, clients } = live));

const withinFiveSeconds = { timeout: 5_000 };

it("makes readers of who is in a room within five seconds, and writers again when it is over", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  const admin = await desk.join("admin");
  const join = async () => {
    const client = new LiveClient(collab.port, claim.id, people.lead.person.id);
    clients.push(client);
    return client.open();
  };
  const writer = await join();
  writer.type("before ");
  await writer.until(() => writer.saved.has("before "));

  value(await admin.ports.desk.setReadOnly(true, "An intruder"));
  await expect
    .poll(
      () => [writer.right, writer.closeCodes.includes(closeCode.rightsReduced)],
      withinFiveSeconds,
    )
    .toEqual(["read", true]);
  const reader = await join();
  expect([reader.right, reader.summary]).toEqual(["read", "before "]);
  reader.type("meanwhile ");
  await expect
    .poll(() => reader.closed !== null || reader.closeCodes.length > 0, withinFiveSeconds)
    .toBe(true);
  const [rows] = await desk.sql<{ n: number }[]>`
    select count(*)::int as n from public.review_updates where claim_id = ${claim.id}`;
  expect(rows?.n).toBe(1);
  reader.destroy();

  value(await admin.ports.desk.setReadOnly(false, "He is out"));
  await expect.poll(() => writer.right, withinFiveSeconds).toBe("write");
  writer.type("after");
  await writer.until(() => writer.saved.has("after"));
});

it("ends for somebody whose account is disabled within five seconds", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  const admin = await desk.join("admin");
  const helper = await desk.join("reviewer");
  const client = new LiveClient(collab.port, claim.id, helper.person.id);
  clients.push(client);
  await client.open();
  value(await admin.ports.staff.setDisabled(helper.person.id, true));
  await expect
    .poll(() => client.closed?.code ?? client.closeCodes.at(-1), withinFiveSeconds)
    .toBe(closeCode.noRight);
});
