import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { publishReport } from "~/commands/publish-report";
import { returnReview } from "~/commands/return-review";
import { saveArticle } from "~/commands/save-article";
import type { Claim } from "~/domain/claim/claim";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

/** Straight through the API with a person's own token, as no page would send it. */
const act = (actor: Actor, claim: Claim, action: string, version: number | null, payload: object) =>
  actor.supabase.rpc("act_on_claim", {
    p_claim: claim.id,
    p_action: action,
    p_expected: version,
    p_reason: "Because",
    p_payload: payload,
  });

test("a step without the version that was looked at is refused", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const { error } = await act(people.editor, claim, "accept", null, {});
  expect(error?.code).toBe("PT409");
});

describe("content that is not what the room said", () => {
  test.each([
    ["no claim", (content: object) => ({ ...content, claim: undefined })],
    ["another statement", (content: object) => ({ ...content, claim: { statement: "Other" } })],
    ["no evidence", (content: object) => ({ ...content, evidence: undefined })],
    ["evidence in another shape", (content: object) => ({ ...content, evidence: ["a"] })],
    ["something more", (content: object) => ({ ...content, more: true })],
    ["no rating", (content: object) => ({ ...content, verdict: { summary: "x", rationale: [1] } })],
  ])("%s", async (_what, change) => {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "second_review");
    const [version] = (await people.lead.ports.reviews.record(claim.id)).versions;
    const waiting = await reread(people.editor, claim.id);
    value(
      await returnReview(people.editor.ports, people.editor.person, {
        claimId: claim.id,
        version: waiting.version,
        action: "return",
        reason: "Look again",
      }),
    );
    const back = await reread(people.editor, claim.id);
    const content = JSON.stringify(change(JSON.parse(version?.text ?? "{}")));
    const { error } = await act(people.lead, back, "submit", back.version, {
      content,
      documentHead: 0,
    });
    expect(error?.code).toMatch(/^(PT422|22P02|23502|22023)$/);
    const head = await act(people.lead, back, "submit", back.version, { content: version?.text });
    expect(head.error?.code).toBe("PT422");
  });
});

test("a signature without the hash of what was shown is refused", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  const { second } = people;
  value(
    await giveSecondVerdict(second.ports, second.person, {
      claimId: claim.id,
      version: waiting.version,
      rating: "mostly_true",
      reason: "I read it",
    }),
  );
  const decided = await reread(second, claim.id);
  expect((await act(second, decided, "sign_off", decided.version, {})).error?.code).toBe("PT422");
});

describe("who might still be asked to decide has not read the first verdict", () => {
  test("a reviewer who has no part in it", async () => {
    const other = await desk.join("reviewer");
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "second_review");
    expect((await other.ports.reviews.record(claim.id)).versions).toEqual([]);
    expect((await people.editor.ports.reviews.record(claim.id)).versions).toHaveLength(1);
  });

  test("an editor who is the second reviewer cannot step aside, look, and step back", async () => {
    const second = await desk.join("editor");
    const { editor, lead } = people;
    const { claim } = await desk.newClaim(editor);
    const waiting = await bringTo(desk, { ...people, second }, claim.id, "second_review");
    const assign = (by: Actor, to: Actor, version: number) =>
      assignClaim(by.ports, by.person, {
        claimId: claim.id,
        version,
        leadId: lead.person.id,
        secondId: to.person.id,
        dueOn: null,
        priority: "normal",
      });
    expect(refusal(await assign(second, people.second, waiting.version)).kind).toBe("forbidden");

    value(await assign(editor, people.second, waiting.version));
    const moved = await reread(editor, claim.id);
    value(await assign(editor, second, moved.version));
    const back = await reread(editor, claim.id);
    value(
      await giveSecondVerdict(second.ports, second.person, {
        claimId: claim.id,
        version: back.version,
        rating: "mostly_true",
        reason: "I had a look",
      }),
    );
    const record = await editor.ports.reviews.record(claim.id);
    expect(record.secondVerdicts[0]?.blind).toBe(false);
  });

  test("a second reviewer of a later round reads nothing of the earlier one", async () => {
    const { editor, lead } = people;
    const later = await desk.join("reviewer");
    const { claim } = await desk.newClaim(editor);
    const disputed = await bringTo(desk, people, claim.id, "disputed");
    value(
      await returnReview(editor.ports, editor.person, {
        claimId: claim.id,
        version: disputed.version,
        action: "return",
        reason: "The second one is right: it is false",
      }),
    );
    const back = await reread(editor, claim.id);
    value(
      await assignClaim(editor.ports, editor.person, {
        claimId: claim.id,
        version: back.version,
        leadId: lead.person.id,
        secondId: later.person.id,
        dueOn: null,
        priority: "normal",
      }),
    );
    const trail = JSON.stringify(await later.ports.audit.of("claim", claim.id));
    const { data } = await later.supabase.from("stage_ledger").select("*").eq("claim_id", claim.id);
    for (const told of [trail, JSON.stringify(data)]) {
      expect(told).not.toContain("it is false");
      expect(told).not.toContain("disputed");
    }
  });
});

test("an article that is saved is frozen: another text under its id is refused", async () => {
  const { editor } = people;
  const { articleId } = await desk.newClaim(editor);
  const article = await editor.ports.articles.find(articleId);
  if (!article) throw new Error("The article is gone");
  const { title, byline, outlet, publishedOn, language, sourceUrl, text } = article.latest;
  const draft = { title, byline, outlet, publishedOn, language, sourceUrl, fetchedAt: null, text };
  const again = (changes: object) =>
    saveArticle(editor.ports, editor.person, { articleId, draft: { ...draft, ...changes } });
  expect(value(await again({})).proposed).toBe(0);
  expect(refusal(await again({ text: `${text} Corrected.` })).kind).toBe("illegal");
  expect(refusal(await again({ title: "Another title" })).kind).toBe("illegal");
});

test("the public trail says who acted in which capacity then, not now", async () => {
  const { editor, second } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  const third = await desk.join("reviewer");
  const later = { editor, lead: second, second: third };
  value(
    await returnReview(editor.ports, editor.person, {
      claimId: claim.id,
      version: waiting.version,
      action: "return",
      reason: "Lena is away",
    }),
  );
  const back = await reread(editor, claim.id);
  value(
    await assignClaim(editor.ports, editor.person, {
      claimId: claim.id,
      version: back.version,
      leadId: second.person.id,
      secondId: third.person.id,
      dueOn: null,
      priority: "normal",
    }),
  );
  const approved = await bringTo(desk, later, claim.id, "approved");
  const { slug } = value(
    await publishReport(editor.ports, editor.person, {
      articleId,
      headline: "The bridge vote",
      summary: "What the council decided.",
      verdicts: [{ claimId: claim.id, version: approved.version, shortClaim: "The bridge" }],
    }),
  );
  const trail = await desk.anonymous.reports.trail(slug);
  const capacities = trail
    .filter(({ action }) => action === "review.submitted" || action === "review.second_verdict")
    .map(({ capacity }) => capacity);
  expect(capacities).toEqual(["lead", "lead", "second"]);
});
