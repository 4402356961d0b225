import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it, test } from "vitest";

import { keepPracticeCases } from "~/commands/keep-practice-cases";
import { practise } from "~/commands/practise";
import { publishReport } from "~/commands/publish-report";
import { practiceAgreement } from "~/domain/practice/practice";
import { agreementOf } from "~/domain/statistics/agreement";
import type { Rating } from "~/domain/verdict/rating";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast & { marker: Actor; learner: Actor; admin: Actor; reader: Actor };
beforeAll(async () => {
  desk = await startDesk();
  const [cast_, marker, learner, admin, reader] = await Promise.all([
    cast(desk),
    desk.join("editor"),
    desk.join("reviewer"),
    desk.join("admin"),
    desk.join("reader"),
  ]);
  people = { ...cast_, marker, learner, admin, reader };
});
afterAll(() => desk.stop());

const mark = ({ ports, person }: Actor, claimId: string) =>
  keepPracticeCases(ports, person, { intent: "mark_case", claimId });
const answer = ({ ports, person }: Actor, caseId: string, rating: Rating = "false") =>
  practise(ports, person, { caseId, rating, sure: "fairly", reason: "I read the minutes" });

async function settled(): Promise<{ claimId: string; articleId: string }> {
  const { claim, articleId } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "approved");
  return { claimId: claim.id, articleId };
}

async function newCase(): Promise<{ caseId: string; claimId: string; articleId: string }> {
  const made = await settled();
  value(await mark(people.marker, made.claimId));
  const kept = await people.marker.ports.practice.kept();
  return { ...made, caseId: kept.find(({ claimId }) => claimId === made.claimId)?.id ?? "" };
}

const isOffered = async ({ ports }: Actor, caseId: string) =>
  (await ports.practice.offers()).some(({ id }) => id === caseId);

test("a reviewer judges a case, then sees the verdict, and may try again to learn", async () => {
  const { learner } = people;
  const { caseId, claimId } = await newCase();
  const { practice } = learner.ports;
  const shown = await practice.find(caseId);
  expect(shown).toMatchObject({ attempts: 0, evidence: [{ stance: "context", note: "" }] });
  expect(JSON.stringify(shown)).not.toMatch(/mostly_true|minutes bear it out|minutes say so/);
  expect(JSON.stringify(shown)).not.toContain(claimId);
  expect(await practice.outcome(caseId)).toBeNull();

  expect(value(await answer(learner, caseId))).toBe(1);
  expect(await practice.outcome(caseId)).toMatchObject({
    version: { content: { verdict: { rating: "mostly_true" } } },
    answers: [{ attempt: 1, rating: "false", sure: "fairly", reason: "I read the minutes" }],
  });
  expect(value(await answer(learner, caseId, "mostly_true"))).toBe(2);
  const mine = (await practice.record()).find((one) => one.caseId === caseId);
  // The first answer is final for the figures.
  expect(mine).toMatchObject({ known: "mostly_true", given: "false", attempts: 2 });
  const all = await Promise.all([answer(learner, caseId), answer(learner, caseId)]);
  expect(all.map((one) => value(one)).toSorted()).toEqual([3, 4]);
});

describe("a case is offered", () => {
  it("to nobody who had a part in the claim, or knows the verdict as its marker", async () => {
    const { lead, second, editor, marker, learner, admin } = people;
    const { claim } = await desk.newClaim(editor);
    const wrote = await desk.join("reviewer");
    await bringTo(desk, people, claim.id, "in_review");
    await desk.sql`select public.append_review_rows(array[${claim.id}]::uuid[],
      array[${wrote.person.id}]::uuid[], array[1], array['\\x00']::bytea[], array[false], null)`;
    await desk.sql`update public.review_documents set head = 0 where claim_id = ${claim.id}`;
    await bringTo(desk, people, claim.id, "approved");
    value(await mark(marker, claim.id));
    const kept = await marker.ports.practice.kept();
    const caseId = kept.find(({ claimId }) => claimId === claim.id)?.id ?? "";
    for (const by of [lead, second, wrote, marker]) {
      expect(await isOffered(by, caseId)).toBe(false);
      expect(await by.ports.practice.find(caseId)).toBeNull();
      expect(refusal(await answer(by, caseId)).kind).toBe("not_found");
    }
    for (const by of [learner, admin]) expect(await isOffered(by, caseId)).toBe(true);
  });

  it("while its claim is settled and its verdict the one that is known", async () => {
    const { learner, editor, marker } = people;
    const { caseId, claimId } = await newCase();
    const { version } = await reread(editor, claimId);
    await editor.ports.claims.act({
      ...{ claimId, action: "reopen", expectedVersion: version, reason: "A new source" },
    });
    expect(await isOffered(learner, caseId)).toBe(false);
    expect(refusal(await answer(learner, caseId)).kind).toBe("not_found");
    await bringTo(desk, people, claimId, "approved");
    expect(await isOffered(learner, caseId)).toBe(false);
    expect((await marker.ports.practice.kept()).find(({ id }) => id === caseId)).toMatchObject({
      isClosed: false,
    });
    value(await mark(marker, claimId));
    const anew = (await marker.ports.practice.kept()).find((one) => one.claimId === claimId);
    expect(anew?.id).not.toBe(caseId);
    expect(await isOffered(learner, anew?.id ?? "")).toBe(true);
    const end = { intent: "end_case", caseId: anew?.id ?? "" } as const;
    value(await keepPracticeCases(marker.ports, marker.person, end));
    expect(await isOffered(learner, anew?.id ?? "")).toBe(false);
    expect(refusal(await keepPracticeCases(marker.ports, marker.person, end)).kind).toBe(
      "not_found",
    );
  });

  it("does not show an old verdict to whoever is to judge the claim anew", async () => {
    const { learner, editor, lead } = people;
    const { caseId, claimId } = await newCase();
    value(await answer(learner, caseId));
    const { version } = await reread(editor, claimId);
    await editor.ports.claims.act({
      ...{ claimId, action: "reopen", expectedVersion: version, reason: "A new source" },
    });
    const { practice } = learner.ports;
    expect(await practice.outcome(caseId)).not.toBeNull();
    const parts = { leadId: lead.person.id, secondId: learner.person.id };
    value(
      await editor.ports.claims.act({
        ...{ claimId, action: "assign", expectedVersion: version + 1 },
        payload: { ...parts, dueOn: null, priority: "normal" },
      }),
    );
    expect(await practice.outcome(caseId)).toBeNull();
    expect((await practice.record()).some((one) => one.caseId === caseId)).toBe(false);
  });
});

describe("who sees what", () => {
  it("is one's own for everybody, and who practised for editors", async () => {
    const { marker, admin, learner } = people;
    const [one, other] = [await desk.join("reviewer"), await desk.join("reviewer")];
    const cases = [];
    for (let n = 0; n < 5; n += 1) cases.push((await newCase()).caseId);
    for (const caseId of cases.slice(0, 4)) value(await answer(one, caseId, "mostly_true"));
    const of = async (by: Actor) =>
      (await by.ports.practice.people()).find(({ personId }) => personId === one.person.id);
    // Never a table of fewer than five.
    expect(await of(marker)).toMatchObject({ cases: 4, cells: null });
    expect(practiceAgreement(await one.ports.practice.record())).toBeNull();
    value(await answer(one, cases[4] ?? "", "false"));
    value(await answer(one, cases[4] ?? "", "mostly_true"));
    for (const by of [marker, admin]) {
      const seen = await of(by);
      expect(seen).toMatchObject({ cases: 5, attempts: 6 });
      expect(agreementOf(seen?.cells ?? [])).toMatchObject({ cases: 5, same: 4 });
    }
    expect(practiceAgreement(await one.ports.practice.record())).toMatchObject({ same: 4 });
    expect(await other.ports.practice.record()).toEqual([]);
    expect(await other.ports.practice.outcome(cases[0] ?? "")).toBeNull();
    await expect(learner.ports.practice.people()).rejects.toThrow(/PT403/);
    await expect(learner.ports.practice.kept()).rejects.toThrow(/PT403/);
    // Nor does the trail tell colleagues who practised.
    const trail = JSON.stringify(await other.supabase.from("audit_events").select("actor, action"));
    expect(trail).not.toContain(one.person.id);
  });

  it("is nothing for readers and strangers, and nobody goes around the functions", async () => {
    const { reader, learner, admin, marker } = people;
    const { caseId, claimId } = await newCase();
    const calls = [
      ["practice_offers", {}],
      ["practice_case", { p_case: caseId }],
      ["practice_outcome", { p_case: caseId }],
      ["practice_record", {}],
      ["practice_people", {}],
      ["practice_cases_kept", {}],
      ["mark_practice_case", { p_claim: claimId }],
      ["end_practice_case", { p_case: caseId }],
      [
        "answer_practice_case",
        { p_case: caseId, p_rating: "false", p_sure: "very", p_reason: "x" },
      ],
    ] as const;
    for (const [name, parameters] of calls) {
      expect((await reader.supabase.rpc(name, parameters)).error?.code, name).toBe("PT403");
      expect((await desk.anonymousClient.rpc(name, parameters)).error?.code, name).toBe("42501");
    }
    for (const { supabase } of [learner, admin, marker]) {
      const cases = supabase.from("practice_cases");
      const answers = supabase.from("practice_answers");
      const refused = [
        await cases.select("id"),
        await cases.insert({ claim_id: claimId }),
        await answers.select("id"),
        await answers.insert({ case_id: caseId }),
        await answers.delete().eq("case_id", caseId),
      ];
      expect(refused.map(({ error }) => error?.code)).toEqual(refused.map(() => "42501"));
    }
    expect(refusal(await mark(learner, claimId)).kind).toBe("forbidden");
    const past = await learner.supabase.rpc("mark_practice_case", { p_claim: claimId });
    expect(past.error?.code).toBe("PT403");
    expect(refusal(await mark(marker, claimId)).kind).toBe("illegal");
    const { claim } = await desk.newClaim(people.editor);
    expect(refusal(await mark(marker, claim.id)).kind).toBe("illegal");
    const wrong = { p_case: caseId, p_rating: "false", p_sure: "quite", p_reason: "x" };
    expect((await learner.supabase.rpc("answer_practice_case", wrong)).error?.code).toBe("23514");
    value(await answer(learner, caseId));
    await expect(desk.sql`update public.practice_answers set rating = 'true'`).rejects.toThrow(
      /append-only/,
    );
  });

  it("cannot be changed while the desk is read-only, and can be read", async () => {
    const { admin, learner, marker } = people;
    const { caseId } = await newCase();
    const { claimId } = await settled();
    value(await admin.ports.desk.setReadOnly(true, "An exercise."));
    try {
      expect(refusal(await answer(learner, caseId)).kind).toBe("read_only");
      expect(refusal(await mark(marker, claimId)).kind).toBe("read_only");
      expect(await learner.ports.practice.find(caseId)).not.toBeNull();
    } finally {
      value(await admin.ports.desk.setReadOnly(false, "It is over"));
    }
  });
});

it("changes no statistic, no claim, no ledger and no public page", async () => {
  const { editor, learner, marker } = people;
  const { claimId, articleId } = await settled();
  const { version } = await reread(editor, claimId);
  const published = value(
    await publishReport(editor.ports, editor.person, {
      articleId,
      headline: "The bridge vote",
      summary: `What the council decided, ${randomUUID().slice(0, 8)}.`,
      verdicts: [{ claimId, version, shortClaim: "The bridge was rejected" }],
    }),
  );
  const day = new Date().toISOString().slice(0, 10);
  const period = { from: day, to: day };
  const { insights } = editor.ports;
  const everything = async () => ({
    stages: await insights.timeInStage(period),
    throughput: await insights.throughput(period),
    waiting: await insights.waiting(3),
    oldest: await insights.oldest(),
    verdicts: await insights.verdicts(period),
    balance: await insights.balance(period),
    agreement: await insights.agreement(period),
    reports: await desk.anonymous.reports.list(),
    report: await desk.anonymous.reports.find(published.slug),
    trail: await desk.anonymous.reports.trail(published.slug),
    claims: await desk.sql`select * from public.claims order by id`,
    ledger: await desk.sql`select * from public.stage_ledger order by id`,
    told: await desk.sql`select id from public.notifications order by seq`,
    facts: (await editor.supabase.rpc("assignment_facts", { p_claims: [claimId] })).data,
  });
  const before = await everything();
  expect(before.agreement.withheld.all + before.agreement.tables.length).toBeGreaterThan(0);
  value(await mark(marker, claimId));
  const kept = await marker.ports.practice.kept();
  const caseId = kept.find((one) => one.claimId === claimId)?.id ?? "";
  value(await answer(learner, caseId));
  value(await answer(learner, caseId, "true"));
  value(await keepPracticeCases(marker.ports, marker.person, { intent: "end_case", caseId }));
  expect(await everything()).toEqual(before);
});
