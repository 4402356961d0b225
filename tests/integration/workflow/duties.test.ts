import { afterAll, beforeAll, expect, test } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { assignClaim } from "~/commands/assign-claim";
import { declareConflict } from "~/commands/declare-conflict";
import { publishReport } from "~/commands/publish-report";
import type { Claim } from "~/domain/claim/claim";
import { describeRefusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { Refusal } from "~/domain/refusal";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast & { admin: Actor; other: Actor };
beforeAll(async () => {
  desk = await startDesk();
  const [usual, admin, other] = await Promise.all([
    cast(desk),
    desk.join("admin"),
    desk.join("reviewer"),
  ]);
  people = { ...usual, admin, other };
});
afterAll(() => desk.stop());

const words = (result: Result<unknown, Refusal>) => describeRefusal(refusal(result));

/** One row in a claim's document, as the collaboration server appends it. */
const write = (claimId: string, author: Actor) =>
  desk.sql`select public.append_review_rows(array[${claimId}]::uuid[], array[${author.person.id}]::uuid[],
    array[1], array[decode('00', 'hex')], array[false], null) as outcomes`;

const assign = (by: Actor, claim: Claim, lead: Actor, second: Actor, exception?: string) =>
  assignClaim(by.ports, by.person, {
    ...{ claimId: claim.id, version: claim.version, dueOn: null, priority: "normal" },
    ...{ leadId: lead.person.id, secondId: second.person.id },
    ...(exception !== undefined && { exception }),
  });

const recuse = async ({ ports, person }: Actor, claimId: string, reason = "My brother is on it") =>
  declareConflict(ports, person, {
    claimId,
    version: (await reread(people.editor, claimId)).version,
    reason,
  });

const publish = (by: Actor, claim: Claim, exception?: string) =>
  publishReport(by.ports, by.person, {
    articleId: claim.articleId,
    headline: "The bridge vote",
    summary: "What the council decided.",
    verdicts: [{ claimId: claim.id, version: claim.version, shortClaim: "The bridge" }],
    ...(exception !== undefined && { exception }),
  });

async function inReview(): Promise<Claim> {
  const { claim } = await desk.newClaim(people.editor);
  return bringTo(desk, people, claim.id, "in_review");
}

async function traceOf(claimId: string): Promise<{ ledger: number; events: number }> {
  const [row] = await desk.sql<{ ledger: number; events: number }[]>`
    select (select count(*)::int from public.stage_ledger where claim_id = ${claimId}) as ledger,
      (select count(*)::int from public.audit_events where entity_id = ${claimId}) as events`;
  if (!row) throw new Error("No counts");
  return row;
}

test("who wrote in a review is not made its second reviewer, and the form knows it before", async () => {
  const { editor, lead, other } = people;
  const claim = await inReview();
  await write(claim.id, other);
  expect(await editor.ports.claims.excludedAsSecond(claim.id)).toEqual([
    { personId: other.person.id, why: "wrote" },
  ]);
  expect(await lead.ports.claims.excludedAsSecond(claim.id)).toEqual([]);
  const before = await traceOf(claim.id);
  expect(words(await assign(editor, claim, lead, other))).toMatch(/has written in this review/);
  expect(words(await assign(editor, claim, lead, other, "We are few"))).toMatch(/needs an admin/);
  const past = await editor.supabase.rpc("act_on_claim", {
    ...{ p_claim: claim.id, p_action: "assign", p_expected: claim.version },
    p_payload: {
      leadId: lead.person.id,
      secondId: other.person.id,
      exception: "We are few",
    },
  });
  expect(past.error?.code).toBe("PT403");
  expect(await traceOf(claim.id)).toEqual(before);
});

test("an admin's written exception stands in the trail and in the report", async () => {
  const { admin, editor, lead, other } = people;
  const claim = await inReview();
  await write(claim.id, other);
  const before = await traceOf(claim.id);
  value(await assign(admin, claim, lead, other, "Everybody else is ill"));
  expect(await traceOf(claim.id)).toEqual({ ledger: before.ledger + 1, events: before.events + 1 });
  const trail = JSON.stringify(await editor.ports.audit.of("claim", claim.id));
  expect(trail).toContain("Everybody else is ill");
  // The rooms of this desk are drafts, so the row that was written is not what is submitted.
  await desk.sql`update public.review_documents set head = 0 where claim_id = ${claim.id}`;
  const approved = await bringTo(desk, { ...people, second: other }, claim.id, "approved");
  const { slug } = value(await publish(editor, approved));
  const [verdict] = (await desk.anonymous.reports.find(slug))?.verdicts ?? [];
  expect(verdict?.exceptions).toMatchObject([
    { kind: "second_wrote", reason: "Everybody else is ill" },
  ]);
});

test("who signed a verdict of a report does not publish it, unless an admin says why", async () => {
  const { admin, editor } = people;
  const { claim } = await desk.newClaim(editor);
  const disputed = await bringTo(desk, people, claim.id, "disputed");
  for (const by of [admin]) {
    value(
      await adjudicate(by.ports, by.person, {
        ...{ claimId: claim.id, version: disputed.version },
        ...{ rating: "mostly_true", reason: "The first one is right" },
      }),
    );
  }
  const approved = await reread(editor, claim.id);
  expect(await admin.ports.reports.signedAny([claim.id], admin.person.id)).toBe(true);
  expect(await editor.ports.reports.signedAny([claim.id], editor.person.id)).toBe(false);
  const before = await traceOf(claim.id);
  expect(words(await publish(admin, approved))).toMatch(/signed none of the report’s verdicts/);
  expect(await traceOf(claim.id)).toEqual(before);
  const { slug } = value(await publish(admin, approved, "Nobody else is here on Sunday"));
  const [verdict] = (await desk.anonymous.reports.find(slug))?.verdicts ?? [];
  expect(verdict?.exceptions).toMatchObject([
    { kind: "publisher_checked", reason: "Nobody else is here on Sunday" },
  ]);
});

test("a conflict of interest ends every part, for good, and the claim asks for somebody else", async () => {
  const { editor, lead, second, other } = people;
  const claim = await inReview();
  const before = await traceOf(claim.id);
  value(await recuse(lead, claim.id));
  expect(await traceOf(claim.id)).toEqual({ ledger: before.ledger + 1, events: before.events + 1 });

  const left = await reread(editor, claim.id);
  expect(left).toMatchObject({ leadId: null, state: "in_review", recusedIds: [lead.person.id] });
  expect((await editor.ports.claims.withoutSomebody(500)).map(({ id }) => id)).toContain(claim.id);
  const [row] = await write(claim.id, lead);
  expect(row?.["outcomes"]).toEqual(["no_right"]);
  for (const [first, next] of [
    [lead, second],
    [other, lead],
  ] as const) {
    expect(words(await assign(editor, left, first, next))).toMatch(/conflict of interest/);
  }
  expect(words(await recuse(lead, claim.id))).toMatch(/already/);
  value(await assign(editor, left, other, second));
  expect(await reread(editor, claim.id)).toMatchObject({ leadId: other.person.id });
});

test("stepping back as second reviewer opens nothing of what was hidden", async () => {
  const { editor, second, other } = people;
  const { claim } = await desk.newClaim(editor);
  await bringTo(desk, people, claim.id, "second_review");
  value(await recuse(second, claim.id));
  expect((await second.ports.reviews.record(claim.id)).versions).toEqual([]);
  const left = await reread(editor, claim.id);
  expect(left.secondId).toBeNull();
  value(await assign(editor, left, people.lead, other));
  expect((await reread(editor, claim.id)).secondId).toBe(other.person.id);
});

test("an editor who declared a conflict takes no step, and a blank reason or an old version declares none", async () => {
  const { editor } = people;
  const conflicted = await desk.join("editor");
  const { claim } = await desk.newClaim(editor);
  const rpc = (version: number, reason: string) =>
    conflicted.supabase.rpc("declare_conflict", {
      ...{ p_claim: claim.id, p_expected: version, p_reason: reason },
    });
  expect((await rpc(claim.version, " ")).error?.code).toBe("PT422");
  expect((await rpc(claim.version + 1, "I own shares")).error?.code).toBe("PT409");
  value(await recuse(conflicted, claim.id, "I own shares"));
  const { version } = await reread(editor, claim.id);
  const { error } = await conflicted.supabase.rpc("act_on_claim", {
    ...{ p_claim: claim.id, p_action: "accept", p_expected: version },
  });
  expect(error?.code).toBe("PT403");
});
