import { describe, expect, it, vi } from "vitest";

import { acceptProposal } from "~/collab/comments/accept-proposal";
import { readDiscussion } from "~/collab/comments/discussion";
import { anchorFor } from "~/collab/comments/text-anchor";
import { declineProposal, proposeChange } from "~/collab/comments/write-comments";
import { closeCode } from "~/collab/protocol";
import { reviewParts, writeDraft } from "~/collab/review-document";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { readMentions } from "~/commands/read-mentions";
import { returnReview } from "~/commands/return-review";
import { submitReview } from "~/commands/submit-review";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { serviceClient } from "../../../server/supabase";
import { LiveClient, startCollab, type TestCollab } from "../../support/collab";
import { value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { bringTo, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let direct: LiveReviews["direct"];
let collab: TestCollab;
let clients: LiveClient[];
withLiveReviews((live) => ({ desk, people, direct, collab, clients } = live));

const at = "2026-11-27T10:00:00.000Z";

async function join(claimId: string, { person }: Actor, server = collab): Promise<LiveClient> {
  const client = new LiveClient(server.port, claimId, person.id);
  clients.push(client);
  return client.open();
}

const resolution = (client: LiveClient) => readDiscussion(client.doc)[0]?.resolution;
const text = (client: LiveClient) => JSON.stringify(reviewParts(client.doc).rationale);

/** Proposes "once" for the first word of the rationale. */
function propose({ doc }: LiveClient, { person }: Actor, id = "p"): void {
  const anchor = anchorFor(reviewParts(doc).rationale, {
    from: { block: 0, offset: 0 },
    to: { block: 0, offset: "Never".length },
  });
  if (!anchor) throw new Error("there are no words");
  proposeChange(doc, anchor, "Once", { id, author: person.id, at, words: "", mentions: [] });
}

async function written(): Promise<{ claimId: string; lead: LiveClient }> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  const lead = await join(claim.id, people.lead);
  const rationale = [{ type: "paragraph" as const, runs: [{ text: "Never was it signed." }] }];
  writeDraft(lead.doc, completeDraft({ rationale }));
  await lead.until(() => lead.isSaved);
  return { claimId: claim.id, lead };
}

const toldOf = async (actor: Actor) =>
  (await readMentions(actor.ports, actor.person)).map(({ kind, commentId }) => [kind, commentId]);

async function submit(claimId: string) {
  const { ports, person } = people.lead;
  const { version } = await reread(people.editor, claimId);
  const documents = { ...ports.documents, read: (id: string) => collab.server.currentReview(id) };
  return submitReview({ ...ports, documents }, person, { claimId, version });
}

/** The second reviewer has decided, and may comment until they sign or return the verdict. */
async function decided(): Promise<string> {
  const { claimId, lead } = await written();
  lead.destroy();
  value(await submit(claimId));
  const { ports, person } = people.second;
  const { version } = await reread(people.editor, claimId);
  const verdict = { claimId, version, rating: "mostly_true" as const, reason: "Read it" };
  value(await giveSecondVerdict(ports, person, verdict));
  return claimId;
}

describe("a proposal", () => {
  it("is accepted by the lead, over either way to the database, and its author is told once", async () => {
    for (const store of [direct, reviewDocumentStore(serviceClient(desk.platform))]) {
      const { claimId, lead } = await written();
      lead.destroy();
      const other = await startCollab(desk, store);
      const helper = await desk.join("reviewer");
      const [ana, ben] = [
        await join(claimId, helper, other),
        await join(claimId, people.lead, other),
      ];
      propose(ana, helper);
      await ben.until(() => readDiscussion(ben.doc).length === 1);
      const by = people.lead.person.id;
      expect(acceptProposal(ben.doc, "p", { by, at, seen: "Never" })).toBe("accepted");
      await ben.until(() => ben.isSaved);
      await ana.until(() => resolution(ana)?.state === "accepted");
      expect(text(ana)).toContain("Once was it signed.");
      expect(await toldOf(helper)).toEqual([["accepted", "p"]]);
      expect(await toldOf(people.lead)).toEqual([]);
      await helper.ports.notifications.seeThoseOf(claimId);
      expect(await toldOf(helper)).toEqual([]);
      ana.destroy();
      ben.destroy();
      await other.stop();
    }
  });

  it("is declined with a word, and keeps the review from being submitted until then", async () => {
    const { claimId, lead } = await written();
    const helper = await desk.join("reviewer");
    const ana = await join(claimId, helper);
    propose(ana, helper);
    await lead.until(() => readDiscussion(lead.doc).length === 1);
    expect(await submit(claimId)).toMatchObject({
      error: { fields: { discussion: [expect.any(String)] } },
    });
    declineProposal(lead.doc, "p", { by: people.lead.person.id, at, word: "It was never." });
    await ana.until(() => resolution(ana)?.state === "declined");
    expect(resolution(ana)?.word).toBe("It was never.");
    expect(await toldOf(helper)).toEqual([["declined", "p"]]);
    value(await submit(claimId));
  });

  it("is made by the second reviewer who has decided, accepted by nobody then, and by the lead once it is returned", async () => {
    const claimId = await decided();
    const sam = await join(claimId, people.second);
    expect(sam.right).toBe("comment");
    const { doc } = sam;
    propose(sam, people.second);
    await sam.until(() => sam.isSaved);
    const { id } = people.second.person;
    expect(acceptProposal(doc, "p", { by: id, at, seen: "Never" })).toBe("accepted");
    await sam.until(() => sam.closed !== null);
    expect(sam.closed?.code).toBe(closeCode.noRight);
    const now = async () => (await collab.server.currentReview(claimId)).discussion[0];
    expect((await now())?.resolution).toBeNull();
    const trail = () => desk.sql`select payload from public.audit_events
      where action = 'review.write_refused' and entity_id = ${claimId}`;
    await vi.waitFor(async () => expect(await trail()).toHaveLength(1), 10_000);

    const declining = await join(claimId, people.second);
    declineProposal(declining.doc, "p", { by: id, at, word: "No" });
    await declining.until(() => declining.closed !== null);
    expect(declining.closed?.code).toBe(closeCode.noRight);

    const { version } = await reread(people.editor, claimId);
    const back = { claimId, version, action: "return" as const, reason: "See what I propose" };
    value(await returnReview(people.second.ports, people.second.person, back));
    const ben = await join(claimId, people.lead);
    const by = people.lead.person.id;
    expect(acceptProposal(ben.doc, "p", { by, at, seen: "Never" })).toBe("accepted");
    await ben.until(() => ben.isSaved);
    expect((await now())?.resolution).toMatchObject({ state: "accepted", by });
    // Blind again: not even what became of their proposal is for them.
    expect(await toldOf(people.second)).toEqual([]);
  });

  it("is not made by who may only read", async () => {
    const claimId = await decided();
    const lead = await join(claimId, people.lead);
    expect(lead.right).toBe("read");
    propose(lead, people.lead);
    await lead.until(() => lead.closed !== null);
    expect(lead.closed?.code).toBe(closeCode.noRight);
    expect((await collab.server.currentReview(claimId)).discussion).toEqual([]);
  });
});
