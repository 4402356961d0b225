import { describe, expect, it, vi } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { handOver } from "~/commands/hand-over";
import { readNotifications } from "~/commands/read-notifications";
import { readOffers } from "~/commands/read-offers";
import { takeOffer } from "~/commands/take-offer";
import { closeCode } from "~/collab/protocol";
import { describeRefusal } from "~/domain/refusal";

import { remindOfIdleClaims } from "../../../server/jobs";
import { LiveClient, type TestCollab } from "../../support/collab";
import { refusal, value, type Actor, type TestDesk } from "../../support/desk";
import { withLiveReviews } from "../../support/live-reviews";
import { bringTo, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast;
let collab: TestCollab;
let clients: LiveClient[];
withLiveReviews((live) => ({ desk, people, collab, clients } = live));

async function claimIn(state: "in_review" | "second_review" | "disputed"): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, state);
  return claim.id;
}

async function hand(
  by: Actor,
  claimId: string,
  to: Actor,
  part: "lead" | "second" = "lead",
  reason = "The minutes are in; the summary is left.",
) {
  const { version } = await reread(people.editor, claimId);
  const action = part === "lead" ? "hand_over" : "hand_over_second";
  return handOver(by.ports, by.person, { claimId, version, action, toId: to.person.id, reason });
}

async function assign(claimId: string, lead: Actor, second: Actor) {
  const { ports, person } = people.editor;
  const { version } = await reread(people.editor, claimId);
  const named = { leadId: lead.person.id, secondId: second.person.id };
  const rest = { dueOn: null, priority: "normal" } as const;
  return assignClaim(ports, person, { claimId, version, ...named, ...rest });
}

describe("a lead who hands over", () => {
  it("is replaced, with a note that stands until it is read", async () => {
    const claimId = await claimIn("in_review");
    const next = await desk.join("reviewer", "Noor");
    const { lead, second, editor } = people;
    value(await hand(lead, claimId, next));

    expect(await reread(editor, claimId)).toMatchObject({
      state: "in_review",
      leadId: next.person.id,
      secondId: second.person.id,
    });
    const noteOf = ({ ports, person }: Actor) => ports.claims.unreadHandOver(claimId, person.id);
    const note = await noteOf(next);
    expect(note).toMatchObject({ part: "lead", by: lead.person.id, note: /minutes/ });
    expect(await noteOf(lead)).toBeNull();
    // Not an assignment as well: of one thing nobody is told twice.
    expect(await toldOf(desk, claimId, { ...people, next })).toEqual({
      lead: ["assigned"],
      second: ["assigned"],
      next: ["handed_over"],
    });
    const page = await readNotifications(next.ports, null);
    expect(page.notifications[0]?.what).toBe(
      `${lead.person.name} handed a review over to you: “The minutes are in; the summary is left.”`,
    );
    const [event] = (await next.ports.audit.of("claim", claimId)).slice(-1);
    expect(event).toMatchObject({
      action: "review.handed_over",
      payload: { former: lead.person.name, person: "Noor", capacity: "lead", reason: /minutes/ },
    });
    // What is written about a review is kept from whoever decides on it blind.
    expect(await second.ports.audit.of("claim", claimId)).not.toContainEqual(
      expect.objectContaining({ action: "review.handed_over" }),
    );
    for (const table of ["hand_overs", "stage_ledger"]) {
      const rows = await second.supabase.from(table).select("*").eq("claim_id", claimId);
      expect(JSON.stringify(rows.data), table).not.toContain("minutes");
    }

    // Only whom it is for can say that it is read.
    value(await second.ports.claims.seeHandOver(note?.id ?? ""));
    expect(await noteOf(next)).not.toBeNull();
    value(await next.ports.claims.seeHandOver(note?.id ?? ""));
    expect(await noteOf(next)).toBeNull();
  });

  it("never decides second on it afterwards, nor does one who submitted and wrote nothing", async () => {
    const { lead, second, editor } = people;
    const handed = await claimIn("in_review");
    const next = await desk.join("reviewer");
    value(await hand(lead, handed, next));
    expect(describeRefusal(refusal(await assign(handed, next, lead)))).toBe(
      `${lead.person.name} has led this review and cannot decide second on it; choose somebody else.`,
    );
    expect(await editor.ports.claims.excludedAsSecond(handed)).toEqual([
      { personId: lead.person.id, why: "led" },
    ]);

    const submitted = await claimIn("second_review");
    const { version } = await reread(editor, submitted);
    const back = { p_claim: submitted, p_action: "return", p_expected: version, p_reason: "Why" };
    expect((await editor.supabase.rpc("act_on_claim", back)).error).toBeNull();
    value(await assign(submitted, next, second));
    expect(refusal(await assign(submitted, next, lead)).kind).toBe("illegal");
    const known = await editor.ports.claimList.assignable([submitted]);
    expect(known.find(({ id }) => id === lead.person.id)?.wroteIn).toEqual([submitted]);
  });

  it("gives it to nobody who could not have it", async () => {
    const claimId = await claimIn("in_review");
    const { lead, second, editor } = people;
    const [conflicted, reader, disabled] = await Promise.all([
      desk.join("reviewer"),
      desk.join("reader"),
      desk.join("reviewer"),
    ]);
    const admin = await desk.join("admin");
    value(await admin.ports.staff.setDisabled(disabled.person.id, true));
    const { version } = await reread(editor, claimId);
    value(
      await conflicted.ports.claims.declareConflict({
        ...{ claimId, expectedVersion: version },
        reason: "My brother said it",
      }),
    );
    for (const [to, why] of [
      [lead, "has this part already"],
      [second, "must be somebody else than the lead"],
      [conflicted, "declared a conflict of interest"],
      [reader, "Only fact-checkers"],
      [disabled, "Only fact-checkers"],
    ] as const) {
      expect(describeRefusal(refusal(await hand(lead, claimId, to)))).toContain(why);
    }
    expect(refusal(await hand(lead, claimId, editor, "lead", "  ")).kind).toBe("invalid");
    expect((await reread(editor, claimId)).leadId).toBe(lead.person.id);
  });

  it("is told when an editor did it", async () => {
    const claimId = await claimIn("in_review");
    const next = await desk.join("reviewer");
    value(await hand(people.editor, claimId, next));
    expect(await toldOf(desk, claimId, { ...people, next })).toEqual({
      lead: ["assigned", "relieved"],
      second: ["assigned"],
      next: ["handed_over"],
    });
  });
});

describe("a second reviewer who hands over", () => {
  it("does so blind, to somebody who is blind too, and not after deciding", async () => {
    const claimId = await claimIn("second_review");
    const { second, editor, lead } = people;
    const next = await desk.join("reviewer");
    expect(describeRefusal(refusal(await hand(second, claimId, editor, "second")))).toContain(
      "Editors can read the verdict",
    );
    value(await hand(second, claimId, next, "second", "I am away from Monday."));
    expect((await reread(editor, claimId)).secondId).toBe(next.person.id);
    expect(await next.ports.claims.unreadHandOver(claimId, next.person.id)).toMatchObject({
      part: "second",
      note: "I am away from Monday.",
    });
    expect(await toldOf(desk, claimId, { next })).toEqual({ next: ["handed_over"] });
    await bringTo(desk, { editor, lead, second: next }, claimId, "approved");
    const record = await editor.ports.reviews.record(claimId);
    expect(record.secondVerdicts.map(({ blind, by }) => [blind, by])).toEqual([
      [true, next.person.id],
    ]);

    const disputed = await claimIn("disputed");
    expect(refusal(await hand(second, disputed, next, "second")).kind).toBe("illegal");
  });

  it("moves what sockets may do, within five seconds", async () => {
    const claimId = await claimIn("in_review");
    const next = await desk.join("reviewer");
    const open = new LiveClient(collab.port, claimId, next.person.id);
    clients.push(open);
    await open.open();
    expect(open.right).toBe("write");
    const began = Date.now();
    value(await hand(people.second, claimId, next, "second"));
    await vi.waitFor(
      () => expect([...open.closeCodes, open.closed?.code]).toContain(closeCode.noRight),
      { timeout: 5_000, interval: 50 },
    );
    console.info(`hand-over: the socket was closed after ${Date.now() - began} ms`);
    const former = new LiveClient(collab.port, claimId, people.second.person.id);
    clients.push(former);
    await former.open();
    expect(former.right).toBe("write");
  });
});

describe("a claim that is offered", () => {
  const after = (days: number) => new Date(Date.now() + days * 86_400_000);
  async function offered(): Promise<string> {
    const claimId = await claimIn("in_review");
    await remindOfIdleClaims(desk.sql, after(6));
    return claimId;
  }
  const take = async ({ ports, person }: Actor, claimId: string, version: number) =>
    takeOffer(ports, person, { claimId, version });

  it("is taken by one of two who take it at once; the other is told, and so is the former lead", async () => {
    const takers = await Promise.all([desk.join("reviewer"), desk.join("reviewer")]);
    for (let round = 0; round < 5; round += 1) {
      const claimId = await offered();
      const { version } = await reread(people.editor, claimId);
      const results = await Promise.all(takers.map((taker) => take(taker, claimId, version)));
      const winner = takers[results.findIndex(({ ok }) => ok)];
      const lost = results.filter((result) => !result.ok);
      expect(lost).toHaveLength(1);
      expect((await reread(people.editor, claimId)).leadId).toBe(winner?.person.id);
      expect(lost.map((result) => describeRefusal(refusal(result)))[0]).toMatch(
        new RegExp(`^${winner?.person.name} took this claim over (a moment|\\d+ seconds) ago`),
      );
      expect((await toldOf(desk, claimId, { ...people }))["lead"]).toEqual([
        "assigned",
        "idle",
        "offered",
        "relieved",
      ]);
      const left = await readOffers(people.editor.ports, people.editor.person);
      expect(left.filter((offer) => offer.claimId === claimId)).toEqual([]);
    }
  });

  it("is for nobody who has a part in it, nor once somebody works on it again", async () => {
    const claimId = await offered();
    const { version } = await reread(people.editor, claimId);
    const rpc = async ({ supabase }: Actor) =>
      (await supabase.rpc("take_offered_claim", { p_claim: claimId, p_expected: version })).error
        ?.code;
    expect(await rpc(people.lead)).toBe("PT403");
    expect(await rpc(people.second)).toBe("PT403");
    expect(await rpc(await desk.join("reader"))).toBe("PT403");
    const taker = await desk.join("reviewer");
    await desk.sql`select public.append_review_rows(array[${claimId}]::uuid[],
      array[${people.lead.person.id}]::uuid[], array[1], array['\\x00'::bytea], array[false], null)`;
    await desk.sql`update public.claim_offers set idle_since = now() - interval '1 day' where claim_id = ${claimId}`;
    expect(describeRefusal(refusal(await take(taker, claimId, version)))).toContain(
      "somebody works on it again",
    );
    const never = await claimIn("in_review");
    const { version: first } = await reread(people.editor, never);
    expect(refusal(await take(taker, never, first)).kind).toBe("illegal");
  });
});
