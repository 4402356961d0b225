import { describe, expect, it, vi } from "vitest";

import { readPresence } from "~/commands/read-presence";

import { LiveClient } from "../../support/collab";
import type { Actor } from "../../support/desk";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { bringTo } from "../../support/review-steps";

let live: LiveReviews;
withLiveReviews((started) => (live = started));

async function claimIn(state: "in_review" | "second_review"): Promise<string> {
  const { claim } = await live.desk.newClaim(live.people.editor);
  await bringTo(live.desk, live.people, claim.id, state);
  return claim.id;
}

async function join(claimId: string, { person }: Actor): Promise<LiveClient> {
  const client = new LiveClient(live.collab.port, claimId, person.id);
  live.clients.push(client);
  return client.open();
}

/** Who is in the rooms of these claims, as their pages are told. */
async function toldTo({ person, ports }: Actor, ...claimIds: string[]) {
  const documents = { ...ports.documents, present: live.collab.server.peopleIn };
  const told = await readPresence({ ...ports, documents }, person, claimIds);
  return claimIds.map((id) => told[id]?.map(({ name }) => name) ?? []);
}

describe("who is in a claim's room", () => {
  it("is told to colleagues for many claims at once, and only while they are there", async () => {
    const { lead, editor } = live.people;
    const claims = [await claimIn("in_review"), await claimIn("in_review")];
    const [first = "", other = ""] = claims;
    const helper = await live.desk.join("reviewer");
    expect(await toldTo(helper, ...claims)).toEqual([[], []]);
    const ann = await join(first, lead);
    await join(first, lead);
    await join(first, editor);
    await join(other, helper);
    const both = [lead, editor].map(({ person }) => person.name).sort();
    expect(await toldTo(helper, ...claims)).toEqual([both, []]);
    expect(await toldTo(lead, first, other)).toEqual([[editor.person.name], [helper.person.name]]);
    ann.destroy();
    for (const client of live.clients) client.destroy();
    await vi.waitFor(async () => expect(await toldTo(helper, ...claims)).toEqual([[], []]), 20_000);
  });

  it("is kept from a second reviewer who has not decided, and from colleagues meanwhile", async () => {
    const { lead, editor, second } = live.people;
    const helper = await live.desk.join("reviewer");
    const claims = [await claimIn("in_review"), await claimIn("second_review")];
    for (const claimId of claims) await join(claimId, lead);
    expect(await toldTo(second, ...claims)).toEqual([[], []]);
    expect(await toldTo(helper, ...claims)).toEqual([[lead.person.name], []]);
    expect(await toldTo(editor, ...claims)).toEqual([[lead.person.name], [lead.person.name]]);
  });
});
