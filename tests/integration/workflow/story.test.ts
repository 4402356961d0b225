import { createHash } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { assignClaim } from "~/commands/assign-claim";
import { publishReport } from "~/commands/publish-report";
import { returnReview } from "~/commands/return-review";
import { signOff } from "~/commands/sign-off";
import { splitClaim } from "~/commands/split-claim";
import { submitReview } from "~/commands/submit-review";
import { triageClaim } from "~/commands/triage-claim";

import { verifyTrail } from "../../../server/cli/verify-trail";
import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

test("a claim goes from article to published page, and the trail holds", async () => {
  const { editor } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  const approved = await bringTo(desk, people, claim.id, "approved");
  const { slug } = value(
    await publishReport(editor.ports, editor.person, {
      articleId,
      headline: "The bridge vote",
      summary: "What the council decided.",
      verdicts: [
        { claimId: claim.id, version: approved.version, shortClaim: "The bridge was rejected" },
      ],
    }),
  );

  const report = await desk.anonymous.reports.find(slug);
  const [verdict] = report?.verdicts ?? [];
  expect(verdict?.content.verdict.rating).toBe("mostly_true");
  expect(verdict?.credits.map(({ capacity }) => capacity)).toEqual(["lead", "second"]);

  const [row] = await desk.sql<{ content: string }[]>`
    select content from public.published_verdicts where claim_id = ${claim.id}`;
  const hash = createHash("sha256")
    .update(row?.content ?? "", "utf8")
    .digest("hex");
  expect(verdict?.contentHash).toBe(hash);

  const trail = await editor.ports.audit.of("claim", claim.id);
  expect(trail.map(({ action }) => action)).toEqual([
    "claim.proposed",
    "claim.accepted",
    "claim.assigned",
    "review.submitted",
    "review.second_verdict",
    "review.signed_off",
    "claim.published",
  ]);
  expect((await desk.anonymous.reports.trail(slug)).map(({ action }) => action)).toEqual([
    "article.version_saved",
    ...trail.map(({ action }) => action),
    "report.published",
  ]);
  expect(await verifyTrail(desk.sql)).toMatchObject({ fault: null });
});

test("a disagreement is settled by an editor, and all three ratings are kept", async () => {
  const { editor, lead } = people;
  const { claim } = await desk.newClaim(editor);
  const disputed = await bringTo(desk, people, claim.id, "disputed");
  const at = { claimId: claim.id, version: disputed.version };
  expect(
    refusal(
      await adjudicate(lead.ports, lead.person, { ...at, rating: "false", reason: "I say so" }),
    ).kind,
  ).toBe("forbidden");
  value(
    await adjudicate(editor.ports, editor.person, {
      ...at,
      rating: "half_true",
      reason: "Both have a point",
    }),
  );
  const record = await editor.ports.reviews.record(claim.id);
  expect(record.adjudications[0]).toMatchObject({
    firstRating: "mostly_true",
    secondRating: "false",
    finalRating: "half_true",
  });
  expect(record.versions.map(({ content }) => content.verdict.rating)).toEqual([
    "mostly_true",
    "half_true",
  ]);
  expect(record.signOffs.at(-1)?.contentHash).toBe(record.versions.at(-1)?.contentHash);
});

test("reopening voids the signature, and it cannot be published on", async () => {
  const { editor } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  const approved = await bringTo(desk, people, claim.id, "approved");
  const standsVoid = async ({ ports }: Actor) => [...(await ports.reviews.voidAmong([claim.id]))];
  expect(await standsVoid(editor)).toEqual([]);
  value(
    await returnReview(editor.ports, editor.person, {
      claimId: claim.id,
      version: approved.version,
      action: "reopen",
      reason: "A source was withdrawn",
    }),
  );
  const record = await editor.ports.reviews.record(claim.id);
  expect(record.signOffs[0]?.voidedAt).not.toBeNull();
  for (const told of [editor, people.lead]) expect(await standsVoid(told)).toEqual([claim.id]);
  const reopened = await reread(editor, claim.id);
  expect(
    refusal(
      await publishReport(editor.ports, editor.person, {
        articleId,
        headline: "Too early",
        summary: "Not signed.",
        verdicts: [{ claimId: claim.id, version: reopened.version, shortClaim: "The bridge" }],
      }),
    ).kind,
  ).toBe("illegal");
  await bringTo(desk, people, claim.id, "approved");
  expect(await standsVoid(editor)).toEqual([]);
});

test("only the content that was shown can be signed", async () => {
  const { editor, second } = people;
  const { claim } = await desk.newClaim(editor);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  const result = await signOff(second.ports, second.person, {
    claimId: claim.id,
    version: waiting.version,
    contentHash: "0".repeat(64),
  });
  expect(refusal(result).kind).toBe("illegal");
});

test("what is missing from a draft comes back field by field, and the claim stays", async () => {
  const { editor, lead } = people;
  const { claim } = await desk.newClaim(editor);
  const inReview = await bringTo(desk, people, claim.id, "in_review");
  desk.setDraft(claim.id, completeDraft({ summary: "", evidence: [] }));
  const result = await submitReview(lead.ports, lead.person, {
    claimId: claim.id,
    version: inReview.version,
  });
  expect(refusal(result)).toMatchObject({
    kind: "invalid",
    fields: { summary: [expect.any(String)] },
  });
  expect((await reread(editor, claim.id)).version).toBe(inReview.version);
});

test("lead and second reviewer are never the same person, nor without the role", async () => {
  const { editor, lead } = people;
  const reader = await desk.join("reader");
  const { claim } = await desk.newClaim(editor);
  const open = await bringTo(desk, people, claim.id, "open");
  const assign = (leadId: string, secondId: string) =>
    editor.ports.claims.act({
      claimId: claim.id,
      action: "assign",
      expectedVersion: open.version,
      payload: { leadId, secondId },
    });
  expect(refusal(await assign(lead.person.id, lead.person.id)).kind).toBe("illegal");
  expect(refusal(await assign(lead.person.id, reader.person.id)).kind).toBe("illegal");
  const same = await assignClaim(editor.ports, editor.person, {
    claimId: claim.id,
    version: open.version,
    leadId: lead.person.id,
    secondId: lead.person.id,
    dueOn: null,
    priority: "normal",
  });
  expect(refusal(same)).toMatchObject({
    kind: "invalid",
    fields: { secondId: [expect.any(String)] },
  });
});

test("a split replaces a claim by its parts", async () => {
  const { editor } = people;
  const { articleId, claim } = await desk.newClaim(editor);
  value(
    await splitClaim(editor.ports, editor.person, {
      claimId: claim.id,
      version: claim.version,
      statements: ["The council rejected the bridge.", "The vote was 31 to 12."],
    }),
  );
  const claims = await editor.ports.claims.ofArticle(articleId);
  expect(claims.find(({ id }) => id === claim.id)?.state).toBe("dismissed");
  const parts = claims.filter(({ state, origin }) => state === "proposed" && origin === "person");
  expect(parts.map(({ anchor }) => anchor.exact)).toEqual([claim.anchor.exact, claim.anchor.exact]);
});

test("of two people who move a claim at once, one wins and the other is told who and where", async () => {
  const { editor } = people;
  const other = await desk.join("editor", "Ana");
  const { claim } = await desk.newClaim(editor);
  const at = { claimId: claim.id, version: claim.version, action: "accept" as const };
  const results = await Promise.all([
    triageClaim(editor.ports, editor.person, at),
    triageClaim(other.ports, other.person, at),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const lost = results.find((result) => !result.ok);
  if (!lost || lost.ok) throw new Error("Both won");
  expect(lost.error).toMatchObject({ kind: "stale", state: "open" });
  expect([editor.person.name, "Ana"]).toContain(
    lost.error.kind === "stale" ? lost.error.movedBy : "",
  );
});
