import { describe, expect, it, vi } from "vitest";

import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { lookingFrame } from "~/collab/protocol";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { serviceClient } from "../../../server/supabase";
import { LiveClient } from "../../support/collab";
import { value, type Actor } from "../../support/desk";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { bringTo, reread } from "../../support/review-steps";

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
  await client.open();
  client.provider.ws?.send(lookingFrame(true));
  return client;
}

const seenBy = ({ ports }: Actor, claimId: string) => ports.looks.of(claimId);

describe("how far a person has seen a review", () => {
  it("is remembered when their socket goes, for themselves alone", async () => {
    const { lead, editor } = live.people;
    const claimId = await claimIn("in_review");
    expect(await seenBy(lead, claimId)).toBeNull();
    const [ann, ed] = [await join(claimId, lead), await join(claimId, editor)];
    ed.type("One. ");
    await ann.until(() => ann.summary === "One. ");
    // As when a tab is closed or a machine falls asleep: no word of farewell.
    ann.provider.ws?.close();
    ann.provider.shouldConnect = false;
    await vi.waitFor(async () => expect((await seenBy(lead, claimId))?.last.n).toBe(1), 10_000);
    ed.type("Two. ");
    await ed.until(() => ed.isSaved);
    expect((await seenBy(lead, claimId))?.last.n).toBe(1);
    expect(await seenBy(editor, claimId)).toBeNull();
  });

  it("never goes back, whichever process says so, nor beyond what there is", async () => {
    const { lead, editor } = live.people;
    const claimId = await claimIn("in_review");
    const ed = await join(claimId, editor);
    for (const word of ["One. ", "Two. ", "Three. "]) {
      ed.type(word);
      await ed.until(() => ed.isSaved);
    }
    const stores = [live.direct, reviewDocumentStore(serviceClient(live.desk.platform))];
    const look = (n: number) => ({ claimId, personId: lead.person.id, first: 0, n });
    await Promise.all(
      [1, 3, 2].flatMap((n) => stores.map((store) => store.noteLooks([look(n), look(1)]))),
    );
    await live.direct.noteLooks([look(1)]);
    expect((await seenBy(lead, claimId))?.last.n).toBe(3);
    await live.direct.noteLooks([look(99)]);
    expect(await seenBy(lead, claimId)).toMatchObject({ last: { n: 3 }, before: null });
  });

  it("keeps the end of the visit before, once the next one has begun", async () => {
    const { lead, editor } = live.people;
    const claimId = await claimIn("in_review");
    const ed = await join(claimId, editor);
    ed.type("One. ");
    await ed.until(() => ed.isSaved);
    const look = { claimId, personId: lead.person.id, first: 0, n: 1 };
    await live.direct.noteLooks([look]);
    ed.type("Two. ");
    await ed.until(() => ed.isSaved);
    // Written before their eyes.
    await live.direct.noteLooks([{ ...look, first: 1, n: 2 }]);
    expect(await seenBy(lead, claimId)).toMatchObject({ last: { n: 2 }, before: null });
    // Written while they were away.
    ed.type("Three. ");
    await ed.until(() => ed.isSaved);
    for (let again = 0; again < 2; again += 1) {
      await live.direct.noteLooks([{ ...look, first: 3, n: 3 }]);
      expect(await seenBy(lead, claimId)).toMatchObject({ last: { n: 3 }, before: { n: 2 } });
    }
    await live.desk.sql`update public.review_looks set at = at - interval '1 day'
      where claim_id = ${claimId}`;
    await live.direct.noteLooks([{ ...look, first: 3, n: 3 }]);
    expect(await seenBy(lead, claimId)).toMatchObject({ last: { n: 3 }, before: { n: 3 } });
  });

  it("tells a second reviewer nothing before they have decided", async () => {
    const { second, lead } = live.people;
    const claimId = await claimIn("second_review");
    const ann = await join(claimId, lead);
    ann.destroy();
    await live.direct.noteLooks([{ claimId, personId: second.person.id, first: 0, n: 0 }]);
    expect(await seenBy(second, claimId)).toBeNull();
    expect((await second.supabase.from("review_looks").select("*")).data).toEqual([]);
    const { version } = await reread(second, claimId);
    value(
      await giveSecondVerdict(second.ports, second.person, {
        claimId,
        version,
        rating: "mostly_true",
        reason: "Read it",
      }),
    );
    expect(await seenBy(second, claimId)).toMatchObject({ last: { n: 0 } });
  });

  it("is written by the server alone", async () => {
    const { lead } = live.people;
    const claimId = await claimIn("in_review");
    const looks = [{ claim_id: claimId, person: lead.person.id, first: 0, n: 1 }];
    const { error } = await lead.supabase.rpc("note_review_looks", { p_looks: looks });
    expect(error?.code).toBe("42501");
    const row = { claim_id: claimId, person_id: lead.person.id, n: 1 };
    expect((await lead.supabase.from("review_looks").insert(row)).error?.code).toBe("42501");
  });
});
