import { afterAll, beforeAll, expect, test } from "vitest";

import { askRetraction } from "~/commands/ask-retraction";
import { correctVerdict } from "~/commands/correct-verdict";
import { triageClaim } from "~/commands/triage-claim";
import type { Claim } from "~/domain/claim/claim";
import { reviewAccess } from "~/domain/people/permissions";
import { unfinishedCorrection } from "~/domain/review/unfinished-correction";

import { refusal, startDesk, value, type TestDesk } from "../../support/desk";
import { newPublication, publishClaim } from "../../support/publications";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";
import { toldOf } from "../../support/told";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const publish = (claim: Claim, shortClaim?: string) => publishClaim(people, claim, shortClaim);
const published = () => newPublication(desk, people);

async function follow(claimId: string, action: "correct" | "uphold" | "retract", reason: string) {
  if (action === "retract" && reason.trim() !== "") await askedToRetract(claimId);
  const { ports, person } = people.editor;
  const { version } = await reread(people.editor, claimId);
  return correctVerdict(ports, person, { claimId, version, action, reason });
}

/** Has the lead ask for a retraction, unless they have. */
async function askedToRetract(claimId: string): Promise<void> {
  await askRetraction(people.lead.ports, people.lead.person, { claimId, reason: "It was forged" });
}

/** What readers see of the only verdict of a report. */
async function readersSee(slug: string) {
  const verdict = (await desk.anonymous.reports.find(slug))?.verdicts[0];
  if (!verdict) throw new Error("Readers see no verdict");
  const listed = (await desk.anonymous.reports.list()).find((report) => report.slug === slug);
  return { ...verdict, listed: listed?.verdicts };
}

test("while a verdict is corrected readers see it as it was, and then the correction beside it", async () => {
  const { editor } = people;
  const { claimId, slug } = await published();
  const first = await readersSee(slug);
  expect(first).toMatchObject({ number: 1, notice: null });

  value(await follow(claimId, "correct", "The date is wrong"));
  const meanwhile = await readersSee(slug);
  expect(meanwhile.notice).toMatchObject({ kind: "being_corrected", reason: "The date is wrong" });
  expect(meanwhile.contentHash).toBe(first.contentHash);

  const approved = await bringTo(desk, people, claimId, "approved");
  expect(await readersSee(slug)).toMatchObject({
    contentHash: first.contentHash,
    notice: { kind: "being_corrected" },
  });
  // Whoever decides on a correction may have read what was published.
  const record = await editor.ports.reviews.record(claimId);
  expect(record.secondVerdicts.map(({ blind }) => blind)).toEqual([true, false]);

  expect(await publish(approved, "The bridge was voted down")).toBe(slug);
  const corrected = await readersSee(slug);
  expect(corrected).toMatchObject({
    slug: first.slug,
    number: 2,
    notice: null,
    shortClaim: "The bridge was voted down",
    firstPublishedAt: first.publishedAt,
  });
  expect(corrected.listed).toHaveLength(1);
  const seconds = [first, corrected].map(({ credits }) =>
    credits.find((one) => one.blind !== undefined),
  );
  expect(seconds.map((second) => second?.blind)).toEqual([true, false]);
  const kept = await desk.sql`
    select number, content_hash from public.published_verdicts where claim_id = ${claimId} order by number`;
  expect(kept).toMatchObject([{ number: 1, content_hash: first.contentHash }, { number: 2 }]);
  const trail = (await desk.anonymous.reports.trail(slug)).map(({ action }) => action);
  expect(trail.filter((action) => action === "claim.published")).toHaveLength(2);
  expect(trail).toContain("claim.correction_begun");
});

test("a correction that proves unfounded ends with the verdict as it was", async () => {
  const { claimId, slug } = await published();
  value(await follow(claimId, "correct", "Somebody complained"));
  value(await follow(claimId, "uphold", "The source says so"));
  expect(await readersSee(slug)).toMatchObject({ number: 1, notice: null });
  expect((await reread(people.editor, claimId)).state).toBe("published");
});

test("a retracted verdict stays to be read as retracted, and nothing leads out of it", async () => {
  const { claimId, slug } = await published();
  expect(refusal(await follow(claimId, "retract", "  ")).kind).toBe("invalid");
  value(await follow(claimId, "retract", "The minutes were forged"));
  const seen = await readersSee(slug);
  expect(seen.notice).toMatchObject({ kind: "retracted", reason: "The minutes were forged" });
  expect(seen.listed).toMatchObject([{ notice: "retracted" }]);
  expect(refusal(await follow(claimId, "uphold", "Not forged")).kind).toBe("illegal");
});

test("what readers have seen is not dismissed while it is corrected", async () => {
  const { editor } = people;
  const { claimId } = await published();
  value(await follow(claimId, "correct", "The date is wrong"));
  const { version } = await bringTo(desk, people, claimId, "in_review");
  const dismissed = await triageClaim(editor.ports, editor.person, {
    ...{ claimId, version, action: "dismiss", kind: "other" },
    reason: "Away with it",
  });
  expect(refusal(dismissed).kind).toBe("illegal");
});

test("a verdict is retracted at any step of its correction, and what was never published is not", async () => {
  const { editor } = people;
  for (const state of ["in_review", "second_review", "disputed", "approved"] as const) {
    const { claimId, slug } = await published();
    value(await follow(claimId, "correct", "The date is wrong"));
    await bringTo(desk, people, claimId, state);
    value(await follow(claimId, "retract", "The minutes were forged"));
    expect((await readersSee(slug)).notice).toMatchObject({ kind: "retracted", reason: /forged/ });

    const { claim } = await desk.newClaim(editor);
    const { version } = await bringTo(desk, people, claim.id, state);
    const { error } = await editor.supabase.rpc("act_on_claim", {
      ...{ p_claim: claim.id, p_action: "retract", p_expected: version, p_reason: "Why not" },
    });
    expect(error).toMatchObject({ code: "PT422", message: /have seen no verdict/ });
  }
});

test("when a correction is retracted everybody with a part in it is told, and nobody twice", async () => {
  const { lead, second, editor } = people;
  const chief = await desk.join("editor");
  for (const state of ["in_review", "second_review"] as const) {
    const { claimId } = await published();
    value(await follow(claimId, "correct", "The date is wrong"));
    const { version } = await bringTo(desk, people, claimId, state);
    await askedToRetract(claimId);
    const retraction = {
      claimId,
      version,
      action: "retract",
      reason: "The minutes were forged",
    } as const;
    value(await correctVerdict(chief.ports, chief.person, retraction));
    const told = await toldOf(desk, claimId, { lead, second, editor, chief });
    for (const who of ["lead", "second", "editor"]) {
      expect(
        told[who]?.filter((kind) => kind === "retracted"),
        `${who}, ${state}`,
      ).toHaveLength(1);
    }
    expect(told["chief"]).toBeUndefined();
    // What was written of the correction is still there for them, as far as it came.
    for (const { ports, person } of [lead, second, editor]) {
      const claim = await reread(editor, claimId);
      expect(reviewAccess(person, claim, false)).toBe("read");
      const { versions } = await ports.reviews.record(claimId);
      expect(versions).toHaveLength(state === "in_review" ? 1 : 2);
      const trail = await ports.audit.of("claim", claimId);
      expect(unfinishedCorrection(claim.state, trail)).toBe(
        state === "in_review" ? "written" : "submitted",
      );
    }
  }
});
