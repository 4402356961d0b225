import { afterAll, beforeAll, expect, test } from "vitest";

import {
  recordReplyAnswer,
  recordReplyRequest,
  replyAnswerInput,
  replyRequestInput,
} from "~/commands/record-reply";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, decideOn, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast & { other: Actor };
beforeAll(async () => {
  desk = await startDesk();
  people = { ...(await cast(desk)), other: await desk.join("reviewer") };
});
afterAll(() => desk.stop());

const ask = (by: Actor, claimId: string, over: Partial<Record<"askedOn" | "dueOn", string>> = {}) =>
  recordReplyRequest(by.ports, by.person, {
    claimId,
    asked: "The mayor’s office",
    channel: "email",
    askedOn: "2024-02-01",
    dueOn: "2024-02-03",
    ...over,
  });

const answer = (by: Actor, requestId: string, kind: "answered" | "silence" = "answered") =>
  recordReplyAnswer(by.ports, by.person, {
    requestId,
    kind,
    words: kind === "answered" ? "The vote was 31 to 12." : "",
    answeredOn: "2024-02-04",
  });

const of = (by: Actor, claimId: string) => by.ports.replies.ofClaim(claimId);

test("lead and editors record whom they asked and what came of it, each once and in the trail", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  value(await ask(people.lead, claim.id));
  value(await ask(people.editor, claim.id));
  const [first, second] = await of(people.lead, claim.id);
  if (!first || !second) throw new Error("Nothing was kept");
  expect(first).toMatchObject({ asked: "The mayor’s office", answer: null });
  value(await answer(people.editor, first.id));
  value(await answer(people.lead, second.id, "silence"));
  expect((await of(people.lead, claim.id)).map((one) => one.answer?.kind)).toEqual([
    "answered",
    "silence",
  ]);
  expect(refusal(await answer(people.lead, first.id))).toMatchObject({
    message: expect.stringContaining("recorded what came of it"),
  });
  const trail = await people.editor.ports.audit.of("claim", claim.id);
  expect(trail.slice(-4).map(({ action }) => action)).toEqual([
    "review.reply_asked",
    "review.reply_asked",
    "review.reply_recorded",
    "review.reply_recorded",
  ]);
  // Neither names nor words: what stands in the trail stays there for ever.
  expect(JSON.stringify(trail)).not.toMatch(/mayor|31 to 12/);
  await expect(desk.sql`update public.reply_answers set words = 'x'`).rejects.toThrow(
    /append-only/,
  );
  await expect(desk.sql`delete from public.reply_requests`).rejects.toThrow(/append-only/);
});

test("nobody else writes or reads it, above all no second reviewer who has not decided", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  value(await ask(people.lead, claim.id));
  expect(refusal(await ask(people.other, claim.id)).kind).toBe("forbidden");
  expect(refusal(await ask(people.second, claim.id)).kind).toBe("forbidden");
  const [request] = await of(people.lead, claim.id);
  if (!request) throw new Error("Nothing was kept");
  value(await answer(people.lead, request.id));
  const { lead, second, other } = people;
  expect(await of(second, claim.id)).toEqual([]);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  // Whoever might still be asked to decide reads nothing either.
  for (const blind of [second, other]) {
    expect(await of(blind, claim.id)).toEqual([]);
    const rows = await blind.supabase
      .from("reply_answers")
      .select("words")
      .eq("request_id", request.id);
    expect(rows.data).toEqual([]);
    expect(refusal(await answer(blind, request.id)).kind).toBe("not_found");
  }
  expect(JSON.stringify(await second.ports.audit.of("claim", claim.id))).not.toContain("reply");
  await decideOn(second, waiting, "mostly_true");
  expect(await of(second, claim.id)).toHaveLength(1);
  expect(await of(lead, claim.id)).toHaveLength(1);
});

test("silence is told only when the deadline is over, and days are in their order", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const { id } = await bringTo(desk, people, claim.id, "in_review");
  const today = new Date().toISOString().slice(0, 10);
  value(await ask(people.lead, id, { askedOn: today, dueOn: today }));
  const [open] = await of(people.lead, id);
  if (!open) throw new Error("Nothing was kept");
  const silence = { requestId: open.id, kind: "silence", words: "", answeredOn: today } as const;
  expect(
    refusal(await recordReplyAnswer(people.lead.ports, people.lead.person, silence)).kind,
  ).toBe("illegal");
  expect(refusal(await ask(people.lead, id, { dueOn: "2024-01-31" })).kind).toBe("illegal");
  const days = { claimId: id, asked: "X", channel: "phone", askedOn: today };
  expect(replyRequestInput.safeParse({ ...days, dueOn: "2024-01-31" }).success).toBe(false);
  expect(replyAnswerInput.safeParse({ ...silence, kind: "answered" }).success).toBe(false);
});
