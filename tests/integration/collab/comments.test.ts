import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { assignClaim } from "~/commands/assign-claim";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { submitReview } from "~/commands/submit-review";
import { returnReview } from "~/commands/return-review";
import { blocksOf } from "~/collab/comments/rationale-blocks";
import { readDiscussion } from "~/collab/comments/discussion";
import { editComment, reply, resolveThread, startThread } from "~/collab/comments/write-comments";
import { closeCode, messageType, syncFrame, syncType } from "~/collab/protocol";
import { ReviewSession } from "~/collab/review-session";
import { writeDraft } from "~/collab/review-document";
import { reviewDocumentStore } from "~/data/review-documents.server";

import { serviceClient } from "../../../server/supabase";
import { LiveClient, socketAs, startCollab, type TestCollab } from "../../support/collab";
import { value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { memoryCopies } from "../../support/memory-copies";
import { bringTo, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let direct: LiveReviews["direct"];
let collab: TestCollab;
let clients: LiveClient[];
withLiveReviews((live) => ({ desk, people, direct, collab, clients } = live));

const anchor = { kind: "field", field: "summary" } as const;
const at = "2026-11-27T10:00:00.000Z";
const comment = (id: string, { person }: Actor, mentions: string[] = []) => ({
  id,
  author: person.id,
  at,
  words: `Words of ${id}`,
  mentions,
});

async function claimIn(state: "in_review" | "second_review"): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, state);
  return claim.id;
}

async function join(claimId: string, { person }: Actor, at = collab): Promise<LiveClient> {
  const client = new LiveClient(at.port, claimId, person.id);
  clients.push(client);
  return client.open();
}

const threads = (client: LiveClient) => readDiscussion(client.doc);
const step = async (claimId: string) => ({
  claimId,
  version: (await reread(people.editor, claimId)).version,
});

async function decided(): Promise<string> {
  const claimId = await claimIn("second_review");
  const { ports, person } = people.second;
  const verdict = { ...(await step(claimId)), rating: "mostly_true" as const, reason: "Read it" };
  value(await giveSecondVerdict(ports, person, verdict));
  return claimId;
}

describe("in review", () => {
  it("lead and colleagues comment, answer and resolve; what they said is committed", async () => {
    const claimId = await claimIn("in_review");
    const helper = await desk.join("reviewer");
    const [ann, ben] = [await join(claimId, people.lead), await join(claimId, helper)];
    startThread(ann.doc, anchor, comment("a", people.lead));
    await ben.until(() => threads(ben).length === 1);
    reply(ben.doc, "a", comment("b", helper));
    resolveThread(ben.doc, "a", helper.person.id, at);
    await ben.until(() => ben.isSaved);
    const { discussion, draft } = await collab.server.currentReview(claimId);
    expect(discussion).toMatchObject([
      { comments: [{ id: "a" }, { id: "b" }], resolution: { by: helper.person.id } },
    ]);
    expect(JSON.stringify(draft)).not.toContain("Words of");
  });

  it("nobody writes as somebody else, and the attempt is in the trail", async () => {
    const claimId = await claimIn("in_review");
    const [ann, ed] = [await join(claimId, people.lead), await join(claimId, people.editor)];
    startThread(ann.doc, anchor, comment("a", people.lead));
    await ed.until(() => threads(ed).length === 1);
    editComment(ed.doc, "a", { words: "I was wrong", mentions: [], at });
    await ed.until(() => ed.closed !== null);
    expect(ed.closed?.code).toBe(closeCode.badMessage);
    const forger = await join(claimId, people.editor);
    startThread(forger.doc, anchor, comment("x", people.lead));
    await forger.until(() => forger.closed !== null);
    expect((await collab.server.currentReview(claimId)).discussion).toEqual(threads(ann));
    const trail = () => desk.sql`select actor, payload from public.audit_events
      where action = 'review.write_refused' and entity_id = ${claimId}`;
    await vi.waitFor(async () => expect(await trail()).toHaveLength(1), 10_000);
    expect(await trail()).toMatchObject([
      { actor: people.editor.person.id, payload: { kind: "comment" } },
    ]);
  });

  it("the second reviewer sees none of it, not even that somebody mentioned them", async () => {
    const claimId = await claimIn("in_review");
    const ann = await join(claimId, people.lead);
    const helper = await desk.join("reviewer");
    const mentioned = [people.second.person.id, helper.person.id, "nobody", people.lead.person.id];
    startThread(ann.doc, anchor, comment("a", people.lead, mentioned));
    await ann.until(() => ann.isSaved);
    const client = new LiveClient(collab.port, claimId, people.second.person.id);
    clients.push(client);
    await client.until(() => client.provider.wsUnsuccessfulReconnects > 1);
    expect(client.provider.synced).toBe(false);
    const seenBy = async ({ supabase }: Actor) =>
      (
        await supabase
          .from("notifications")
          .select("comment_id, by")
          .eq("claim_id", claimId)
          .eq("kind", "mentioned")
      ).data;
    expect(await seenBy(people.second)).toEqual([]);
    expect(await seenBy(people.lead)).toEqual([]);
    expect(await seenBy(helper)).toEqual([{ comment_id: "a", by: people.lead.person.id }]);
    await helper.supabase.rpc("see_notifications_of", { p_claim: claimId });
    await people.second.supabase.rpc("see_notifications_of", { p_claim: claimId });
    const rows = await desk.sql`select person_id, read_at is not null as seen
      from public.notifications where claim_id = ${claimId} and kind = 'mentioned' order by seen`;
    expect(rows).toMatchObject([
      { person_id: people.second.person.id, seen: false },
      { person_id: helper.person.id, seen: true },
    ]);
  });
});

describe("in second review", () => {
  it("the second reviewer who has decided comments and changes nothing else", async () => {
    const claimId = await decided();
    for (const store of [direct, reviewDocumentStore(serviceClient(desk.platform))]) {
      const other = await startCollab(desk, store);
      const sam = await join(claimId, people.second, other);
      expect(sam.right).toBe("comment");
      startThread(sam.doc, anchor, comment(store === direct ? "one" : "two", people.second));
      await sam.until(() => sam.isSaved);
      sam.doc.getText("summary").insert(0, "mine ");
      await sam.until(() => sam.closed !== null);
      expect(sam.closed).toEqual({ code: closeCode.noRight, reason: "comments only" });
      sam.destroy();
      await other.stop();
    }
    const { discussion, draft } = await collab.server.currentReview(claimId);
    expect(discussion.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(draft.summary).not.toContain("mine");
    const rows = await desk.sql`
      select distinct comments_only from public.review_updates where claim_id = ${claimId}`;
    expect(rows).toMatchObject([{ comments_only: true }]);
  });

  it("a page that may only comment sends nothing else, not even what Yjs tidies by itself", async () => {
    const claimId = await claimIn("in_review");
    const ann = await join(claimId, people.lead);
    writeDraft(ann.doc, completeDraft());
    await ann.until(() => ann.isSaved);
    ann.destroy();
    const documents = {
      ...people.lead.ports.documents,
      read: (id: string) => collab.server.currentReview(id),
    };
    const submitting = { ...people.lead.ports, documents };
    value(await submitReview(submitting, people.lead.person, await step(claimId)));
    const { ports, person } = people.second;
    const verdict = { ...(await step(claimId)), rating: "mostly_true" as const, reason: "Read" };
    value(await giveSecondVerdict(ports, person, verdict));

    const session = new ReviewSession({
      claimId,
      person,
      serverUrl: `ws://127.0.0.1:${collab.port}/collab`,
      copies: memoryCopies(),
      WebSocketPolyfill: socketAs(person.id, collab.port) as unknown as typeof WebSocket,
    });
    const until = (condition: () => boolean) => vi.waitUntil(condition, 10_000);
    await until(() => session.getSnapshot().isReady);
    expect(session.getSnapshot().right).toBe("comment");
    // Formatting without use: two people make the same words bold at once.
    const before = Y.encodeStateVector(session.doc);
    const bold = () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(session.doc));
      const blocks = blocksOf(doc.getXmlFragment("rationale"));
      const text = blocks.flatMap((block) => block.toArray()).at(-1);
      if (!(text instanceof Y.XmlText)) throw new Error("there is no text");
      text.format(0, 3, { bold: {} });
      return Y.encodeStateAsUpdate(doc, before);
    };
    const news = Y.mergeUpdates([bold(), bold()]);
    const sent: Uint8Array[] = [];
    session.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== session.provider) sent.push(update);
    });
    const handler = session.provider.messageHandlers[messageType.sync];
    const message = decoding.createDecoder(syncFrame(syncType.update, news).subarray(1));
    handler?.(encoding.createEncoder(), message, session.provider, true, messageType.sync);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(sent).toEqual([]);

    startThread(session.doc, anchor, comment("a", people.second));
    await until(() => session.getSnapshot().unsavedSince === null);
    expect(session.getSnapshot().refused).toBeNull();
    session.destroy();
  });

  it("the database takes no comment of a second reviewer who has not decided", async () => {
    const claimId = await claimIn("second_review");
    const other = await startCollab(desk, direct, { believesDecided: true });
    const sam = await join(claimId, people.second, other);
    startThread(sam.doc, anchor, comment("a", people.second));
    await sam.until(() => sam.closeCodes.length > 0);
    expect((await collab.server.currentReview(claimId)).discussion).toEqual([]);
    sam.destroy();
    await other.stop();
  });

  it("everybody else only reads", async () => {
    const claimId = await decided();
    const ann = await join(claimId, people.lead);
    expect(ann.right).toBe("read");
    startThread(ann.doc, anchor, comment("a", people.lead));
    await ann.until(() => ann.closed !== null);
    expect(ann.closed?.code).toBe(closeCode.noRight);
    expect((await collab.server.currentReview(claimId)).discussion).toEqual([]);
  });

  it("a comment does not keep its author from staying second reviewer", async () => {
    const claimId = await decided();
    const sam = await join(claimId, people.second);
    startThread(sam.doc, anchor, comment("a", people.second));
    await sam.until(() => sam.isSaved);
    const back = { ...(await step(claimId)), action: "return" as const, reason: "See my comment" };
    value(await returnReview(people.second.ports, people.second.person, back));
    const { editor, lead, second } = people;
    const again = {
      ...(await step(claimId)),
      leadId: lead.person.id,
      secondId: second.person.id,
      dueOn: null,
      priority: "high" as const,
    };
    value(await assignClaim(editor.ports, editor.person, again));
  });
});
