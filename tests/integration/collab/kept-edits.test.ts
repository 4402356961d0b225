import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { returnReview } from "~/commands/return-review";
import { signOff } from "~/commands/sign-off";
import { submitReview } from "~/commands/submit-review";
import { readDiscussion } from "~/collab/comments/discussion";
import { blocksOf, textOf } from "~/collab/comments/rationale-blocks";
import { keptEdits, type KeptEdits } from "~/collab/kept/kept-edits";
import { proposeKept } from "~/collab/kept/kept-threads";
import type { LocalCopies } from "~/collab/local-copy";
import { reviewParts, writeDraft } from "~/collab/review-document";
import { ReviewSession } from "~/collab/review-session";

import { socketAs } from "../../support/collab";
import { value, type Actor } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { withLiveReviews, type LiveReviews } from "../../support/live-reviews";
import { memoryCopies } from "../../support/memory-copies";
import { bringTo, reread } from "../../support/review-steps";

let live: LiveReviews;
withLiveReviews((started) => (live = started));

const at = "2026-11-27T10:00:00.000Z";
const until = (condition: () => boolean) => vi.waitUntil(condition, 10_000);

async function open(claimId: string, { person }: Actor, copies: LocalCopies) {
  const session = new ReviewSession({
    claimId,
    person,
    serverUrl: `ws://127.0.0.1:${live.collab.port}/collab`,
    copies,
    WebSocketPolyfill: socketAs(person.id, live.collab.port) as unknown as typeof WebSocket,
  });
  await until(() => session.getSnapshot().isSynced && session.getSnapshot().right !== null);
  return session;
}

const isSaved = (session: ReviewSession) => () => {
  const { isConnected, unsavedSince } = session.getSnapshot();
  return isConnected && unsavedSince === null;
};
const summary = ({ doc }: ReviewSession) => reviewParts(doc).summary.toJSON();
const rows = (claimId: string) =>
  live.desk.sql`select n, author from public.review_updates where claim_id = ${claimId}`;

function typeIn(session: ReviewSession, words: string): void {
  const [block] = blocksOf(reviewParts(session.doc).rationale);
  const text = block?.toArray().findLast((node) => node instanceof Y.XmlText);
  if (!(text instanceof Y.XmlText)) throw new Error("there is no paragraph");
  text.insert(text.length, words);
}

async function keptBy(session: ReviewSession): Promise<KeptEdits[]> {
  const states = await Promise.all(session.olderCopies().map((copy) => session.readCopy(copy)));
  return states.flatMap((state) => keptEdits(state, session.doc) ?? []);
}

/** A review with a verdict in it, in which a colleague types offline until it was submitted. */
async function typedOffline(copies = memoryCopies(), keepsCopy = true) {
  const { desk, people, collab } = live;
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  const helper = people.editor;
  const lead = await open(claim.id, people.lead, memoryCopies());
  writeDraft(lead.doc, completeDraft());
  await until(isSaved(lead));
  const alone = await open(claim.id, helper, copies);
  await until(() => alone.getSnapshot().keepsCopy === keepsCopy);
  alone.provider.disconnect();
  typeIn(alone, " Typed on the train.");
  expect(alone.getSnapshot().unsavedSince).not.toBeNull();

  const { ports, person } = people.lead;
  const documents = { ...ports.documents, read: (id: string) => collab.server.currentReview(id) };
  const { version } = await reread(people.lead, claim.id);
  value(await submitReview({ ...ports, documents }, person, { claimId: claim.id, version }));
  lead.destroy();
  const before = await rows(claim.id);
  return { claimId: claim.id, helper, copies, alone, before };
}

async function sign(claimId: string): Promise<void> {
  const { second } = live.people;
  const step = async () => ({ claimId, version: (await reread(second, claimId)).version });
  const verdict = { ...(await step()), rating: "mostly_true" as const, reason: "Read it" };
  value(await giveSecondVerdict(second.ports, second.person, verdict));
  const latest = (await second.ports.reviews.record(claimId)).versions.at(-1);
  const contentHash = latest?.contentHash ?? "";
  value(await signOff(second.ports, second.person, { ...(await step()), contentHash }));
}

async function openAgain(claimId: string): Promise<void> {
  const { editor } = live.people;
  const { state, version } = await reread(editor, claimId);
  const action = state === "approved" ? "reopen" : "return";
  value(
    await returnReview(editor.ports, editor.person, {
      claimId,
      version,
      action,
      reason: "One more look",
    }),
  );
}

const refusedWrites = (claimId: string) =>
  live.desk.sql`select payload from public.audit_events
    where action = 'review.write_refused' and entity_id = ${claimId}`;

describe("edits made offline while the review was submitted and signed", () => {
  it("are not sent, not lost, and proposed once it is open again", async () => {
    const { claimId, helper, copies, alone, before } = await typedOffline();
    await sign(claimId);
    alone.provider.connect();
    await until(() => alone.getSnapshot().isOver);
    alone.destroy();

    const reading = await open(claimId, helper, copies);
    expect(reading.getSnapshot().right).toBe("read");
    const [kept] = await keptBy(reading);
    expect(kept?.paragraphs[0]).toContain("Typed on the train.");
    expect(summary(reading)).toBe(completeDraft().summary);
    reading.destroy();
    expect(await rows(claimId)).toEqual(before);
    expect(await refusedWrites(claimId)).toHaveLength(0);

    await openAgain(claimId);
    const writing = await open(claimId, helper, copies);
    expect(writing.getSnapshot().right).toBe("write");
    await until(() => writing.getSnapshot().keepsCopy);
    const texts = ({ doc }: ReviewSession) => blocksOf(reviewParts(doc).rationale).map(textOf);
    expect(texts(writing).join()).not.toContain("Typed on the train.");
    const [again] = await keptBy(writing);
    if (!again) throw new Error("nothing was kept");
    expect(again.paragraphs).toEqual(kept?.paragraphs);
    const lead = await open(claimId, live.people.lead, memoryCopies());
    expect(proposeKept(writing.doc, again, helper.person.id, at)).toBe(1);
    await until(isSaved(writing));
    await until(() => readDiscussion(lead.doc).length === 1);
    expect(readDiscussion(lead.doc)[0]?.replacement).toContain("Typed on the train.");
    writing.destroy();
    lead.destroy();
  });

  it("are held back too where the page never saw that it was submitted, and put in only when asked", async () => {
    const { claimId, helper, copies, alone, before } = await typedOffline();
    await openAgain(claimId);
    alone.provider.connect();
    await until(() => alone.getSnapshot().isOver);
    alone.destroy();
    expect(await rows(claimId)).toEqual(before);

    const writing = await open(claimId, helper, copies);
    const [kept] = await keptBy(writing);
    if (!kept) throw new Error("nothing was kept");
    Y.applyUpdate(writing.doc, kept.update);
    await until(isSaved(writing));
    const { draft } = await live.collab.server.currentReview(claimId);
    expect(JSON.stringify(draft)).toContain("Typed on the train.");
    const authors = (await rows(claimId)).slice(before.length).map(({ author }) => String(author));
    expect([...new Set(authors)]).toEqual([helper.person.id]);
    expect(await keptBy(writing)).toEqual([]);
    writing.destroy();
  });

  it("are kept in the page where the device keeps nothing", async () => {
    const copies = memoryCopies();
    const open = vi.spyOn(copies, "open").mockRejectedValue(new Error("Nothing is kept."));
    const { claimId, alone } = await typedOffline(copies, false);
    alone.provider.connect();
    await until(() => alone.getSnapshot().isOver);
    open.mockRestore();
    expect(copies.all(claimId)).toHaveLength(1);
    alone.destroy();
  });
});
