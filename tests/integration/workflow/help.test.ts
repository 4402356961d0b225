import { afterAll, beforeAll, expect, test } from "vitest";

import { answerHelp } from "~/commands/answer-help";
import { askForHelp } from "~/commands/ask-for-help";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast & { other: Actor };
beforeAll(async () => {
  desk = await startDesk();
  people = { ...(await cast(desk)), other: await desk.join("reviewer") };
});
afterAll(() => desk.stop());

const ask = ({ ports, person }: Actor, claimId: string, question = "Who has the minutes?") =>
  askForHelp(ports, person, { claimId, question });

async function inReview(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}

const eventsOf = async (claimId: string) =>
  (await people.editor.ports.audit.of("claim", claimId)).map(({ action }) => action).slice(3);

async function openIn(by: Actor, claimId: string) {
  return (await by.ports.help.open()).filter((request) => request.claimId === claimId);
}

test("a lead asks, the desk sees it, a colleague answers, and the trail has both", async () => {
  const { lead, other, editor } = people;
  const claimId = await inReview();
  const version = (await editor.ports.claims.find(claimId))?.version;
  value(await ask(lead, claimId));
  for (const by of [lead, other, editor]) {
    expect(await openIn(by, claimId)).toMatchObject([
      { question: "Who has the minutes?", askedBy: lead.person.id, answer: null },
    ]);
  }
  const lists = [claimId, await inReview()];
  expect((await other.ports.claimList.marks(lists)).asking).toEqual([claimId]);
  expect((await people.second.ports.claimList.marks(lists)).asking).toEqual([]);
  const [request] = await openIn(other, claimId);
  const requestId = request?.id ?? "";
  value(await answerHelp(other.ports, other.person, { requestId, answer: "The archive." }));
  expect(await openIn(lead, claimId)).toEqual([]);
  expect((await lead.ports.claimList.marks(lists)).asking).toEqual([]);
  expect(await lead.ports.help.ofClaim(claimId)).toMatchObject([
    { answer: "The archive.", answeredBy: other.person.id },
  ]);
  expect(await eventsOf(claimId)).toEqual(["review.help_asked", "review.help_answered"]);
  // It moves nothing, so nobody who is writing is told that they are late.
  expect((await editor.ports.claims.find(claimId))?.version).toBe(version);
});

test("whoever answers second is told who was first, and leaves no trace", async () => {
  const { lead, other, editor } = people;
  const claimId = await inReview();
  value(await ask(lead, claimId));
  const [request] = await openIn(lead, claimId);
  const give = ({ ports, person }: Actor) =>
    answerHelp(ports, person, { requestId: request?.id ?? "", answer: "Here." });
  const answers = await Promise.all([give(other), give(editor)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const lost = answers.find(({ ok }) => !ok);
  const error = lost && refusal(lost);
  expect(error?.kind === "illegal" ? error.message : "").toMatch(/answered this question a moment/);
  expect(await eventsOf(claimId)).toEqual(["review.help_asked", "review.help_answered"]);
});

test("a blind second reviewer neither asks, nor sees it, nor answers, nor reads of it in the trail", async () => {
  const { lead, second } = people;
  const claimId = await inReview();
  expect(refusal(await ask(second, claimId)).kind).toBe("forbidden");
  const past = await second.supabase.rpc("ask_for_help", { p_claim: claimId, p_question: "What?" });
  expect(past.error?.code).toBe("PT403");
  value(await ask(lead, claimId, "Is it false after all?"));
  const [request] = await openIn(lead, claimId);
  expect(await openIn(second, claimId)).toEqual([]);
  expect(
    refusal(
      await answerHelp(second.ports, second.person, { requestId: request?.id ?? "", answer: "x" }),
    ).kind,
  ).toBe("not_found");
  const trail = JSON.stringify(await second.ports.audit.of("claim", claimId));
  expect(trail).not.toContain("false after all");
});

test("while the second verdict is awaited, nobody who might be asked instead reads the question", async () => {
  const { lead, other, editor } = people;
  const claimId = await inReview();
  value(await ask(lead, claimId, "Is it false after all?"));
  await bringTo(desk, people, claimId, "second_review");
  expect(await openIn(other, claimId)).toEqual([]);
  expect(await openIn(editor, claimId)).toHaveLength(1);
  const trail = JSON.stringify(await other.ports.audit.of("claim", claimId));
  expect(trail).not.toContain("false after all");
});

test("one question at a time, with words, while the review is written, by the desk alone", async () => {
  const { lead, other, second, editor } = people;
  const claimId = await inReview();
  const reader = await desk.join("reader");
  expect(refusal(await ask(reader, claimId)).kind).toBe("not_found");
  const rpc = (by: Actor, question: string, claim = claimId) =>
    by.supabase.rpc("ask_for_help", { p_claim: claim, p_question: question });
  expect((await rpc(reader, "What?")).error?.code).toBe("PT403");
  expect((await rpc(lead, "  ")).error?.code).toBe("PT422");
  value(await ask(other, claimId));
  expect(refusal(await ask(editor, claimId)).kind).toBe("illegal");
  const written = { question: "Mine" };
  const tables = [
    await second.supabase.from("help_requests").insert(written),
    await lead.supabase.from("help_requests").update(written).eq("claim_id", claimId),
    await lead.supabase.from("help_requests").delete().eq("claim_id", claimId),
  ];
  expect(tables.map(({ error }) => error?.code)).toEqual(["42501", "42501", "42501"]);
  expect(await eventsOf(claimId)).toEqual(["review.help_asked"]);
  const { claim } = await desk.newClaim(editor);
  expect((await rpc(lead, "What?", claim.id)).error?.code).toBe("PT403");
});
