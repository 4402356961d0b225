import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { concede } from "~/commands/concede";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { publishReport } from "~/commands/publish-report";
import { remarkOnDispute } from "~/commands/remark-on-dispute";
import { returnReview } from "~/commands/return-review";
import { setReviewRules } from "~/commands/set-review-rules";
import { signOff } from "~/commands/sign-off";
import type { Claim } from "~/domain/claim/claim";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast;
let publisher: Actor;
let other: Actor;
beforeAll(async () => {
  // Every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  people = await cast(desk);
  publisher = await desk.join("editor");
  other = await desk.join("reviewer");
});
afterAll(() => desk.stop());

async function disputed(): Promise<Claim> {
  const { claim } = await desk.newClaim(people.editor);
  return bringTo(desk, people, claim.id, "disputed");
}

const recordOf = (claimId: string) => people.editor.ports.reviews.record(claimId);

/** Moves to the other's rating, over the newest version. */
async function move(by: Actor, claim: Claim, changes: { contentHash?: string } = {}) {
  const latest = (await recordOf(claim.id)).versions.at(-1);
  const contentHash = latest?.contentHash ?? "";
  return concede(by.ports, by.person, {
    ...{ claimId: claim.id, version: claim.version, contentHash, reason: "The minutes are clear" },
    ...changes,
  });
}

async function published(claim: Claim) {
  const { version } = await reread(publisher, claim.id);
  const { slug } = value(
    await publishReport(publisher.ports, publisher.person, {
      ...{ articleId: claim.articleId, headline: "The bridge vote", summary: "What was decided." },
      verdicts: [{ claimId: claim.id, version, shortClaim: "The bridge was rejected" }],
    }),
  );
  return (await desk.anonymous.reports.find(slug))?.verdicts[0];
}

describe("one of the two moves to the other's rating", () => {
  test("the second reviewer, who signs the lead's verdict with it", async () => {
    const claim = await disputed();
    value(await move(people.second, claim));
    const record = await recordOf(claim.id);
    expect((await reread(people.editor, claim.id)).state).toBe("approved");
    expect(record.versions).toHaveLength(1);
    expect(record.adjudications).toMatchObject([
      {
        ...{ how: "conceded_by_second", firstRating: "mostly_true", secondRating: "false" },
        ...{ finalRating: "mostly_true", by: people.second.person.id },
      },
    ]);
    expect(record.secondVerdicts[0]?.rating).toBe("false");
    expect(record.signOffs).toMatchObject([
      { by: people.second.person.id, contentHash: record.versions[0]?.contentHash },
    ]);
    const verdict = await published(claim);
    expect(verdict?.credits.map(({ capacity }) => capacity)).toEqual(["lead", "second"]);
    expect(verdict?.settlement).toMatchObject({ how: "conceded_by_second", dissents: [] });
  });

  test("the lead, whose new version the second reviewer signs", async () => {
    const claim = await disputed();
    value(await move(people.lead, claim));
    const waiting = await reread(people.editor, claim.id);
    expect(waiting.state).toBe("second_review");
    const record = await recordOf(claim.id);
    expect(record.versions.map(({ content, origin }) => [content.verdict.rating, origin])).toEqual([
      ["mostly_true", "submission"],
      ["false", "concession"],
    ]);
    const [before, after] = record.versions;
    expect(after?.text).toBe(before?.text.replace('"rating":"mostly_true"', '"rating":"false"'));
    expect(record.signOffs).toEqual([]);

    // Whoever has decided keeps seeing it, decides no second time, and is not replaced.
    const { second, editor, lead } = people;
    expect(await second.ports.reviews.revealed(claim.id, second.person.id)).toBe(true);
    expect((await second.ports.reviews.record(claim.id)).versions).toHaveLength(2);
    const at = { claimId: claim.id, version: waiting.version };
    const again = await giveSecondVerdict(second.ports, second.person, {
      ...{ ...at, rating: "true", reason: "Once more" },
    });
    expect(refusal(again).kind).toBe("illegal");
    const replaced = await assignClaim(editor.ports, editor.person, {
      ...{ ...at, leadId: lead.person.id, secondId: other.person.id },
      ...{ dueOn: null, priority: "normal" },
    });
    expect(refusal(replaced).kind).toBe("illegal");

    const contentHash = after?.contentHash ?? "";
    value(await signOff(second.ports, second.person, { ...at, contentHash }));
    const verdict = await published(claim);
    expect(verdict?.content.verdict.rating).toBe("false");
    expect(verdict?.contentHash).toBe(contentHash);
    expect(verdict?.credits.map(({ capacity }) => capacity)).toEqual(["lead", "second"]);
    expect(verdict?.settlement?.how).toBe("conceded_by_lead");
    const steps = await desk.anonymous.reports.trail(verdict?.reportSlug ?? "");
    expect(steps.find(({ action }) => action === "review.conceded")?.capacity).toBe("lead");
  });

  test("and the second reviewer can return what the lead made of it", async () => {
    const claim = await disputed();
    value(await move(people.lead, claim));
    const { version } = await reread(people.editor, claim.id);
    const { second } = people;
    value(
      await returnReview(second.ports, second.person, {
        ...{ claimId: claim.id, version, action: "return", reason: "Rewrite the summary" },
      }),
    );
    expect((await recordOf(claim.id)).adjudications).toHaveLength(1);
  });

  test("nobody else, not without a reason, and not over other content", async () => {
    const claim = await disputed();
    for (const by of [people.editor, other, publisher]) {
      expect(refusal(await move(by, claim)).kind).toBe("forbidden");
    }
    const otherHash = await move(people.second, claim, { contentHash: "0".repeat(64) });
    expect(refusal(otherHash).kind).toBe("illegal");
    const { error } = await people.lead.supabase.rpc("act_on_claim", {
      ...{ p_claim: claim.id, p_action: "concede", p_expected: claim.version, p_reason: " " },
    });
    expect(error?.code).toBe("PT422");
    expect(await reread(people.editor, claim.id)).toEqual(claim);
  });

  test("when both move at once, one does", async () => {
    const claim = await disputed();
    const done = await Promise.all([move(people.lead, claim), move(people.second, claim)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const loser = done.find(({ ok }) => !ok);
    expect(loser && refusal(loser).kind).toBe("stale");
    expect((await recordOf(claim.id)).adjudications).toHaveLength(1);
  });
});

describe("what the second verdict rests on", () => {
  const decide = (claim: Claim, payload: object) =>
    people.second.supabase.rpc("act_on_claim", {
      ...{ p_claim: claim.id, p_action: "decide", p_expected: claim.version },
      ...{ p_reason: "Because", p_payload: { rating: "false", ...payload } },
    });
  const decided = async (payload: object) => {
    const { claim } = await desk.newClaim(people.editor);
    const waiting = await bringTo(desk, people, claim.id, "second_review");
    expect((await decide(waiting, payload)).error).toBeNull();
    return (await recordOf(claim.id)).secondVerdicts[0];
  };

  test("is kept with it, and hostile words as they are", async () => {
    const found = [
      { url: "https://paper.example/a?<script>", note: "<img src=x onerror=alert(1)>" },
    ];
    const sources = [{ id: "e1", stance: "refutes" }];
    const confidence = "fairly";
    expect(await decided({ sources, found, confidence })).toMatchObject({
      ...{ sources, found, confidence },
    });
  });

  test("was not asked of older verdicts", async () => {
    expect(await decided({})).toMatchObject({ sources: null, found: [], confidence: null });
  });

  test("and the database refuses what is no such list", async () => {
    const { claim } = await desk.newClaim(people.editor);
    const waiting = await bringTo(desk, people, claim.id, "second_review");
    const found = (one: object) => ({ found: [{ url: "https://a.example/", note: "", ...one }] });
    const wrong = {
      "a source that is not listed": { sources: [{ id: "e9", stance: "refutes" }] },
      "one source twice": {
        sources: ["refutes", "context"].map((stance) => ({ id: "e1", stance })),
      },
      "no such confidence": { confidence: "certain" },
      "no stance": { sources: [{ id: "e1", stance: "perhaps" }] },
      "something more": { sources: [{ id: "e1", stance: "refutes", more: true }] },
      "no list": { sources: "e1" },
      "an address that runs": found({ url: "javascript:alert(1)" }),
      "an address with a line in it": found({ url: "https://a.example/\nb" }),
      "a note that never ends": found({ note: "x".repeat(1001) }),
      "a note that is no text": found({ note: {} }),
      "too many": { found: Array(4).fill({ url: "https://a.example/", note: "" }) },
    };
    for (const [what, payload] of Object.entries(wrong)) {
      expect((await decide(waiting, payload)).error?.code, what).toBe("PT422");
    }
    expect(await reread(people.editor, claim.id)).toEqual(waiting);
  });
});

describe("what is said about a dispute", () => {
  const say = (by: Actor, claimId: string, text: string, remarkId: string = randomUUID()) =>
    remarkOnDispute(by.ports, by.person, { claimId, remarkId, text });

  test("is kept once, told to the others, and the trail has no word of it", async () => {
    const claim = await disputed();
    const remarkId = randomUUID();
    value(await say(people.second, claim.id, "SAID-IN-CONFIDENCE", remarkId));
    value(await say(people.second, claim.id, "SAID-IN-CONFIDENCE", remarkId));
    value(await say(people.editor, claim.id, "Look at page 4."));
    value(await say(people.lead, claim.id, "I did."));
    const remarks = await people.lead.ports.disputes.remarks(claim.id);
    expect(remarks.map(({ text }) => text)).toEqual([
      "SAID-IN-CONFIDENCE",
      "Look at page 4.",
      "I did.",
    ]);
    const trail = await people.editor.ports.audit.of("claim", claim.id);
    expect(trail.filter(({ action }) => action === "review.dispute_remark")).toHaveLength(3);
    expect(JSON.stringify(trail)).not.toContain("SAID-IN-CONFIDENCE");
    const told = await toldOf(desk, claim.id, { ...people });
    const remarked = (kinds?: string[]) => kinds?.filter((kind) => kind === "remarked").length;
    expect(remarked(told["lead"])).toBe(2);
    expect(remarked(told["second"])).toBe(2);
    expect(remarked(told["editor"])).toBe(1);
    expect((await reread(people.editor, claim.id)).version).toBe(claim.version);
  });

  test("is said by the two and by editors alone, while it is open, in up to 1,000 characters", async () => {
    const claim = await disputed();
    expect(refusal(await say(other, claim.id, "And I?")).kind).toBe("forbidden");
    const rpc = await other.supabase.rpc("remark_on_dispute", {
      ...{ p_claim: claim.id, p_id: randomUUID(), p_text: "And I?" },
    });
    expect(rpc.error?.code).toBe("PT403");
    expect(refusal(await say(people.lead, claim.id, "x".repeat(1001))).kind).toBe("illegal");
    value(await move(people.second, claim));
    expect(refusal(await say(people.lead, claim.id, "Too late")).kind).toBe("illegal");
  });

  test("cannot be changed, and is hidden from a second reviewer who has to decide anew", async () => {
    const claim = await disputed();
    value(await say(people.lead, claim.id, "It is half true at most."));
    const { editor, second } = people;
    value(
      await returnReview(editor.ports, editor.person, {
        ...{ claimId: claim.id, version: claim.version, action: "return", reason: "Rewrite it" },
      }),
    );
    expect(await second.ports.disputes.remarks(claim.id)).toEqual([]);
    await bringTo(desk, people, claim.id, "second_review");
    expect(await second.ports.disputes.remarks(claim.id)).toEqual([]);
    expect(await people.lead.ports.disputes.remarks(claim.id)).toHaveLength(1);
    await expect(desk.sql`update public.dispute_remarks set text = 'x'`).rejects.toThrow(
      /append-only/,
    );
  });
});

test("whoever spoke in a dispute does not count as blind when they decide later", async () => {
  const claim = await disputed();
  const { editor, lead } = people;
  value(
    await remarkOnDispute(publisher.ports, publisher.person, {
      ...{ claimId: claim.id, remarkId: randomUUID(), text: "I should say false." },
    }),
  );
  value(
    await returnReview(editor.ports, editor.person, {
      ...{ claimId: claim.id, version: claim.version, action: "return", reason: "Rewrite it" },
    }),
  );
  const back = await reread(editor, claim.id);
  value(
    await assignClaim(editor.ports, editor.person, {
      ...{ claimId: claim.id, version: back.version, leadId: lead.person.id },
      ...{ secondId: publisher.person.id, dueOn: null, priority: "normal" },
    }),
  );
  await bringTo(desk, { ...people, second: publisher }, claim.id, "disputed");
  const verdicts = (await recordOf(claim.id)).secondVerdicts;
  expect(verdicts.map(({ blind }) => blind)).toEqual([true, false]);
});

test("an admin sets the review rules, which the trail tells, and nobody else", async () => {
  const admin = await desk.join("admin");
  const rules = { secondSees: "sources", disputes: "vote" } as const;
  const refused = await setReviewRules(people.editor.ports, people.editor.person, rules);
  expect(refusal(refused).kind).toBe("forbidden");
  const past = { p_second_sees: "sources", p_disputes: "vote" };
  expect((await people.editor.supabase.rpc("set_review_rules", past)).error?.code).toBe("PT403");
  const unknown = { ...past, p_disputes: "dice" };
  expect((await admin.supabase.rpc("set_review_rules", unknown)).error?.code).toBe("PT422");
  expect(await admin.ports.desk.reviewRules()).toEqual({
    secondSees: "rationale",
    disputes: "editor",
  });
  value(await setReviewRules(admin.ports, admin.person, rules));
  value(await setReviewRules(admin.ports, admin.person, rules));
  expect(await people.lead.ports.desk.reviewRules()).toEqual(rules);
  const trail = await admin.ports.audit.of("desk", "desk");
  expect(trail.map(({ action, payload }) => [action, payload])).toEqual([
    ["desk.review_rules_set", rules],
  ]);
  value(
    await setReviewRules(admin.ports, admin.person, {
      secondSees: "rationale",
      disputes: "editor",
    }),
  );
});
