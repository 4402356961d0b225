import { createHash, randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it, test } from "vitest";

import { answerAsExpert, answerAsExpertInput } from "~/commands/answer-as-expert";
import { askExpert } from "~/commands/ask-expert";
import { declareConflict } from "~/commands/declare-conflict";
import { openGuestPage } from "~/commands/open-guest-page";
import { revokeGuestLink } from "~/commands/revoke-guest-link";
import { takeUpAnswer } from "~/commands/take-up-answer";
import { evidenceOf } from "~/domain/guest/guest-answer";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft, evidence } from "../../support/drafts";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast & { other: Actor; admin: Actor; reader: Actor };
beforeAll(async () => {
  desk = await startDesk();
  const [cast_, other, admin, reader] = await Promise.all([
    cast(desk),
    desk.join("reviewer"),
    desk.join("admin"),
    desk.join("reader"),
  ]);
  people = { ...cast_, other, admin, reader };
});
afterAll(() => desk.stop());

const question = {
  expert: "Dr Ana Ruiz",
  affiliation: "Institute of Bridges",
  question: "Does it carry trains?",
  days: 7,
};
const form = {
  words: "It carries no trains.",
  stance: "refutes",
  sure: "very",
  sources: "https://bridges.example/trains",
  conflict: "none",
  interests: "",
  naming: "unnamed",
  field: "bridges",
};
const given = (changes: object = {}) => answerAsExpertInput.parse({ ...form, ...changes });

async function inReview(): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "in_review");
  return claim.id;
}
const ask = ({ ports, person }: Actor, claimId: string, changes: object = {}) =>
  askExpert(ports, person, { claimId, ...question, ...changes });
const open = (token: string) => openGuestPage(desk.anonymous, token);
const answer = (token: string, changes: object = {}) =>
  answerAsExpert(desk.anonymous, token, given(changes));
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const stepsOf = async (claimId: string) =>
  (await people.editor.ports.audit.of("review", claimId)).map(({ action }) => action);

test("a lead asks, an expert answers, and the answer is taken into the evidence", async () => {
  const { lead, editor, second } = people;
  const claimId = await inReview();
  desk.setDraft(
    claimId,
    completeDraft({
      summary: "A secret summary",
      evidence: [evidence({ note: "A secret note", stance: "refutes" })],
    }),
  );
  const { version, statement } = await reread(editor, claimId);
  const token = value(await ask(lead, claimId));
  const [kept] = await desk.sql`select * from public.guest_links where claim_id = ${claimId}`;
  expect(JSON.stringify(kept)).not.toContain(token);

  const page = await open(token);
  expect(page).toMatchObject({
    status: "open",
    statement,
    question: question.question,
    evidence: [{ title: "Minutes of the council", url: "https://council.example/minutes" }],
  });
  // Nothing of what the desk thinks, and nothing of the desk.
  expect(JSON.stringify(page)).not.toMatch(/secret|refutes|stance|mostly_true|rationale|claimId/);
  expect(JSON.stringify(page)).not.toContain(lead.person.name);
  await open(token);

  value(await answer(token));
  expect(await open(token)).toEqual({ status: "answered" });
  const [told] = await lead.ports.guests.answers(claimId);
  expect(told).toMatchObject({
    shownAs: "An expert in bridges",
    words: "It carries no trains.",
    stance: "refutes",
    sources: ["https://bridges.example/trains"],
    takenUpAt: null,
  });
  expect(await toldOf(desk, claimId, { ...people })).toMatchObject({
    lead: ["assigned", "expert_answered"],
  });

  const answerId = told?.id ?? "";
  const take = (by: Actor) => takeUpAnswer(by.ports, by.person, { claimId, answerId });
  // Not before it stands in the shared document.
  expect(refusal(await take(lead)).kind).toBe("illegal");
  if (told) desk.setDraft(claimId, completeDraft({ evidence: [evidenceOf(told)] }));
  expect(refusal(await take(people.other)).kind).toBe("forbidden");
  expect(refusal(await take(second)).kind).toBe("forbidden");
  value(await take(lead));
  expect(refusal(await take(editor))).toMatchObject({
    kind: "illegal",
    message: expect.stringContaining("took this answer into the evidence") as string,
  });
  expect(await stepsOf(claimId)).toEqual([
    "review.expert_asked",
    "review.expert_opened",
    "review.expert_answered",
    "review.expert_taken_up",
  ]);
  // It moves nothing, so nobody who is writing is told that they are late.
  expect((await reread(editor, claimId)).version).toBe(version);
});

describe("the trail", () => {
  it("has no name and no word of an expert, and readers are shown none of it", async () => {
    const { lead, editor } = people;
    const { claim, articleId } = await desk.newClaim(editor);
    await bringTo(desk, people, claim.id, "in_review");
    value(await answer(value(await ask(lead, claim.id)), { naming: "named" }));
    const written = await desk.sql<{ entry: string }[]>`
      select entry from public.audit_events where entity_id = ${claim.id}`;
    expect(written.map(({ entry }) => entry).join()).not.toMatch(/Ruiz|Bridges|trains|refutes/);
    const { version } = await bringTo(desk, people, claim.id, "approved");
    const slug = `report-${randomUUID().slice(0, 8)}`;
    const verdict = { claimId: claim.id, version, slug: `${slug}-1`, shortClaim: "The bridge" };
    value(
      await editor.ports.reports.publish(articleId, {
        ...{ slug, headline: "The bridge", summary: "What was decided", verdicts: [verdict] },
      }),
    );
    const shown = await desk.anonymous.reports.trail(slug);
    expect(shown.length).toBeGreaterThan(3);
    expect(JSON.stringify(shown)).not.toContain("expert");
  });
});

describe("a link ends", () => {
  it("when its time has come", async () => {
    const claimId = await inReview();
    const token = value(await ask(people.lead, claimId, { days: 30 }));
    await desk.sql`update public.guest_links set expires_at = now() where claim_id = ${claimId}`;
    expect(await open(token)).toEqual({ status: "expired" });
    expect(refusal(await answer(token))).toHaveProperty(
      "message",
      expect.stringContaining("has run out"),
    );
    await expect(
      desk.sql`update public.guest_links set expires_at = created_at + interval '30 days 1 second'
        where claim_id = ${claimId}`,
    ).rejects.toThrow(/check/);
  });

  it("when it is taken back, by whoever may ask", async () => {
    const { lead, editor, other, second, reader } = people;
    const claimId = await inReview();
    const token = value(await ask(lead, claimId));
    const [link] = await lead.ports.guests.links(claimId);
    const revoke = ({ ports, person }: Actor) =>
      revokeGuestLink(ports, person, { linkId: link?.id ?? "" });
    for (const by of [other, second, reader]) {
      expect(refusal(await revoke(by)).kind).toBe("not_found");
    }
    expect(await open(token)).toMatchObject({ status: "open" });
    value(await revoke(editor));
    expect(await open(token)).toEqual({ status: "revoked" });
    expect(refusal(await answer(token)).kind).toBe("illegal");
    expect(refusal(await revoke(lead)).kind).toBe("illegal");
    expect(await stepsOf(claimId)).toContain("review.expert_link_revoked");
  });

  it("while its claim is not in review, and opens again with it", async () => {
    const { lead, editor } = people;
    const claimId = await inReview();
    const token = value(await ask(lead, claimId));
    const { version } = await bringTo(desk, people, claimId, "second_review");
    expect(await open(token)).toEqual({ status: "moved_on" });
    expect(refusal(await answer(token))).toHaveProperty(
      "message",
      expect.stringContaining("closed meanwhile"),
    );
    value(
      await editor.ports.claims.act({
        claimId,
        action: "return",
        expectedVersion: version,
        reason: "One more source",
      }),
    );
    expect(await open(token)).toMatchObject({ status: "open" });
    value(await answer(token));
  });

  it("with its one answer, also when two are sent at once", async () => {
    const claimId = await inReview();
    const token = value(await ask(people.editor, claimId));
    const sent = await Promise.all([answer(token), answer(token, { words: "Another one." })]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusal(await answer(token))).toHaveProperty(
      "message",
      expect.stringContaining("has been answered already"),
    );
    expect(await people.lead.ports.guests.answers(claimId)).toHaveLength(1);
    // Whoever asked is told, and so is the lead.
    expect(await toldOf(desk, claimId, { ...people })).toMatchObject({
      editor: ["expert_answered"],
      lead: ["assigned", "expert_answered"],
    });
  });
});

describe("who asks", () => {
  it("is the lead or an editor, while the claim is in review", async () => {
    const { lead, editor, other, second, admin, reader } = people;
    const claimId = await inReview();
    for (const by of [other, second]) {
      expect(refusal(await ask(by, claimId)).kind).toBe("forbidden");
    }
    const rpc = async (by: Actor["supabase"], claim = claimId, changes: object = {}) => {
      const { error } = await by.rpc("create_guest_link", {
        p_claim: claim,
        p_expert: "Dr Ana Ruiz",
        p_affiliation: "",
        p_question: "Is it?",
        p_days: 7,
        p_token_hash: hashOf(randomUUID()),
        ...changes,
      });
      return error?.code ?? "made";
    };
    for (const by of [other, second, reader]) expect(await rpc(by.supabase)).toBe("PT403");
    expect(await rpc(desk.anonymousClient)).toBe("42501");
    for (const by of [lead, editor, admin]) expect(await rpc(by.supabase)).toBe("made");
    for (const days of [0, 31, null]) {
      expect(await rpc(lead.supabase, claimId, { p_days: days })).toBe("PT422");
    }
    expect(await rpc(lead.supabase, claimId, { p_token_hash: "short" })).toBe("23514");
    expect(await rpc(lead.supabase, claimId, { p_question: "  " })).toBe("23514");
    const { claim } = await desk.newClaim(editor);
    expect(await rpc(editor.supabase, claim.id)).toBe("PT403");
    await bringTo(desk, people, claim.id, "second_review");
    expect(await rpc(lead.supabase, claim.id)).toBe("PT403");
  });

  it("is nobody who declared a conflict, or decides second as an editor", async () => {
    const deciding = await desk.join("editor");
    const { claim } = await desk.newClaim(people.editor);
    const { version } = await bringTo(desk, { ...people, second: deciding }, claim.id, "in_review");
    expect(refusal(await ask(deciding, claim.id)).kind).toBe("forbidden");
    value(await ask(people.admin, claim.id));
    value(
      await declareConflict(people.admin.ports, people.admin.person, {
        claimId: claim.id,
        version,
        reason: "My brother built it",
      }),
    );
    expect(refusal(await ask(people.admin, claim.id)).kind).toBe("forbidden");
    expect(await people.admin.ports.guests.links(claim.id)).toEqual([]);
  });

  it("asks ten at most at once", async () => {
    const claimId = await inReview();
    for (let n = 0; n < 10; n += 1) value(await ask(people.lead, claimId));
    expect(refusal(await ask(people.lead, claimId))).toMatchObject({ kind: "illegal" });
    const [link] = await people.lead.ports.guests.links(claimId);
    value(await people.lead.ports.guests.revoke(link?.id ?? ""));
    value(await ask(people.lead, claimId));
  });
});

describe("who reads", () => {
  it("is never a second reviewer who has not decided, nor who might be asked instead", async () => {
    const { lead, second, other, editor, reader } = people;
    const claimId = await inReview();
    value(await answer(value(await ask(lead, claimId))));
    const seen = async (by: Actor) => [
      (await by.ports.guests.links(claimId)).length,
      (await by.ports.guests.answers(claimId)).length,
    ];
    expect(await seen(lead)).toEqual([1, 1]);
    expect(await seen(editor)).toEqual([1, 1]);
    // A colleague who writes along reads the answer, and not who wanted not to be named.
    expect(await seen(other)).toEqual([0, 1]);
    expect(JSON.stringify(await other.ports.guests.answers(claimId))).not.toContain("Ruiz");
    expect(await seen(second)).toEqual([0, 0]);
    expect(await seen(reader)).toEqual([0, 0]);
    const events = await second.ports.audit.of("review", claimId);
    expect(JSON.stringify(events)).not.toMatch(/refutes|trains|Ruiz/);
    await bringTo(desk, people, claimId, "second_review");
    expect(await seen(second)).toEqual([0, 0]);
    expect(await seen(other)).toEqual([0, 0]);
    expect(await seen(lead)).toEqual([1, 1]);
    await bringTo(desk, people, claimId, "approved");
    expect(await seen(second)).toEqual([0, 1]);
    expect(await seen(other)).toEqual([0, 1]);
  });

  it("has no way around: no table, no column, no function of the server", async () => {
    const { lead, admin } = people;
    const claimId = await inReview();
    const token = value(await ask(lead, claimId));
    for (const client of [lead.supabase, admin.supabase, desk.anonymousClient]) {
      const refused = [
        await client.from("guest_links").select("token_hash"),
        await client.from("guest_links").insert({ claim_id: claimId }),
        await client.from("guest_links").update({ revoked_at: null }).eq("claim_id", claimId),
        await client.from("guest_answers").insert({ claim_id: claimId }),
        await client.from("guest_answers").delete().eq("claim_id", claimId),
        await client.rpc("open_guest_link", { p_token_hash: hashOf(token) }),
        await client.rpc("answer_guest_link", { p_token_hash: hashOf(token), p_answer: given() }),
      ];
      expect(refused.map(({ error }) => error?.code)).toEqual(refused.map(() => "42501"));
    }
    for (const table of ["guest_links", "guest_answers"]) {
      expect((await desk.anonymousClient.from(table).select("id")).error).not.toBeNull();
    }
  });

  it("knows nothing of a link that is not known, however it is written", async () => {
    for (const token of ["", "x", "'; drop table guest_links", "\u0000", "a".repeat(5000)]) {
      expect(await open(token)).toEqual({ status: "unknown" });
    }
    expect(refusal(await answer("x"))).toMatchObject({ kind: "not_found" });
    const claimId = await inReview();
    const token = value(await ask(people.lead, claimId));
    expect(await open(hashOf(token))).toEqual({ status: "unknown" });
    expect(await open(token.toUpperCase())).toEqual({ status: "unknown" });
  });
});

it("keeps hostile words as words, and an answer as it came", async () => {
  const claimId = await inReview();
  const token = value(await ask(people.lead, claimId, { expert: "Robert'); DROP TABLE--" }));
  const words = `<script>alert(1)</script> ${"{".repeat(50)} \u202Etxt \u0000 \ud800 '; --`;
  value(await answer(token, { words, naming: "named", interests: '"><img src=x>' }));
  const [kept] = await people.lead.ports.guests.answers(claimId);
  expect(kept?.words).toBe(`<script>alert(1)</script> ${"{".repeat(50)} txt  \uFFFD '; --`);
  expect(kept?.shownAs).toBe("Robert'); DROP TABLE--, Institute of Bridges");
  expect(kept?.interests).toBe('"><img src=x>');
  const id = kept?.id ?? "";
  await expect(
    desk.sql`update public.guest_answers set words = 'Others' where id = ${id}`,
  ).rejects.toThrow(/append-only/);
  await expect(desk.sql`delete from public.guest_answers where id = ${id}`).rejects.toThrow(
    /append-only/,
  );
  await expect(desk.sql`truncate public.guest_answers`).rejects.toThrow(/append-only/);
});

test("while the desk is read-only a link can be read, and nothing of it is written", async () => {
  const { lead, admin } = people;
  const claimId = await inReview();
  const token = value(await ask(lead, claimId));
  value(await admin.ports.desk.setReadOnly(true, "An exercise."));
  try {
    expect(await open(token)).toMatchObject({ status: "open", readOnly: "An exercise." });
    expect(refusal(await answer(token))).toMatchObject({ kind: "read_only" });
    // Also when it is closed between the look and the answer.
    expect(refusal(await desk.anonymous.guestPages.answer(token, given()))).toMatchObject({
      kind: "read_only",
    });
    expect(refusal(await ask(lead, claimId)).kind).toBe("read_only");
  } finally {
    value(await admin.ports.desk.setReadOnly(false, "It is over"));
  }
  expect(await stepsOf(claimId)).toEqual(["review.expert_asked"]);
  value(await answer(token));
});
