import { afterAll, beforeAll, expect, test } from "vitest";

import { publishReport } from "~/commands/publish-report";
import { submitReview } from "~/commands/submit-review";
import { readClaimReviews } from "~/domain/claim/match/read-claim-reviews";
import type { RevisionKind } from "~/domain/report/correction/kinds";
import type { Publication } from "~/domain/report/publication";
import type { Rating } from "~/domain/verdict/rating";

import { startDesk, value, type TestDesk } from "../../support/desk";
import { completeDraft } from "../../support/drafts";
import { messyReviews } from "../../support/messy-reviews";
import { follow as followBy } from "../../support/publications";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

async function publish(claimId: string, shortClaim: string, rating?: Rating): Promise<void> {
  if (rating !== undefined) {
    const { ports, person } = people.lead;
    const { version } = await bringTo(desk, people, claimId, "in_review");
    desk.setDraft(claimId, completeDraft({ rating }));
    value(await submitReview(ports, person, { claimId, version }));
  }
  const { articleId, version } = await bringTo(desk, people, claimId, "approved", rating);
  value(
    await publishReport(people.editor.ports, people.editor.person, {
      ...{ articleId, headline: "The bridge vote", summary: "What the council decided." },
      verdicts: [{ claimId, version, shortClaim }],
    }),
  );
}

async function published(shortClaim = "The bridge was rejected"): Promise<string> {
  const { claim } = await desk.newClaim(people.editor);
  await publish(claim.id, shortClaim);
  return claim.id;
}

const follow = (
  claimId: string,
  action: "correct" | "uphold" | "retract",
  reason: string,
  kind?: RevisionKind,
) => followBy(people, claimId, action, reason, kind);

const newest = (most = 50) => desk.anonymous.publications.newest(most);
async function first(): Promise<Publication> {
  const [publication] = await newest(1);
  if (!publication) throw new Error("Nothing is published");
  return publication;
}
const later = (one: Publication, other: Publication) => one.changedAt > other.changedAt;

test("what changes comes to the top, with a later date each time, and says what became of it", async () => {
  const claimId = await published();
  const before = await first();
  expect(before).toMatchObject({ claimId, changes: [], verdict: { number: 1, notice: null } });
  await published("Another one");
  expect((await first()).claimId).not.toBe(claimId);

  await follow(claimId, "correct", "Somebody complained");
  const doubted = await first();
  expect(doubted).toMatchObject({
    claimId,
    verdict: { notice: { kind: "being_corrected", reason: "Somebody complained" } },
  });
  expect(later(doubted, before)).toBe(true);

  await follow(claimId, "uphold", "For the desk only");
  const kept = await first();
  expect(kept).toMatchObject({ claimId, verdict: { number: 1, notice: null } });
  expect(later(kept, doubted)).toBe(true);
  expect(JSON.stringify(kept)).not.toContain("For the desk only");

  await follow(claimId, "correct", "The date is wrong");
  await publish(claimId, "The bridge was voted down");
  const corrected = await first();
  expect(corrected).toMatchObject({
    claimId,
    verdict: { number: 2, shortClaim: "The bridge was voted down", slug: before.verdict.slug },
  });
  expect(later(corrected, kept)).toBe(true);
  expect(corrected.verdict.firstPublishedAt).toBe(before.verdict.firstPublishedAt);

  await follow(claimId, "retract", "The minutes were forged");
  expect((await first()).changes.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["being_corrected", "Somebody complained"],
    ["upheld", "Somebody complained"],
    ["being_corrected", "The date is wrong"],
    ["corrected", "The date is wrong"],
    ["retracted", "The minutes were forged"],
  ]);
  expect(await desk.anonymous.publications.changes([claimId])).toHaveLength(5);
});

test("pages follow each other without a gap or a double", async () => {
  for (let i = 0; i < 3; i += 1) await published(`Paged ${i}`);
  const all = (await newest()).map(({ claimId }) => claimId);
  const paged: string[] = [];
  for (let after: Publication | undefined; ;) {
    const page = await desk.anonymous.publications.newest(
      2,
      after && { changedAt: after.changedAt, slug: after.verdict.slug },
    );
    paged.push(...page.map(({ claimId }) => claimId));
    after = page.at(-1);
    if (!after) break;
  }
  expect(paged).toEqual(all);
});

test("the log of corrections says which rating became which, the newest first", async () => {
  const claimId = await published();
  const ofClaim = async () => {
    const slug = (await newest()).find((each) => each.claimId === claimId)?.verdict.slug;
    const log = await desk.anonymous.publications.corrections(100);
    expect(log.map(({ id }) => id)).toEqual(log.map(({ id }) => id).toSorted((a, b) => b - a));
    return log.filter((line) => line.slug === slug);
  };
  expect(await ofClaim()).toEqual([]);
  await follow(claimId, "correct", "The date is wrong", "verdict_change");
  await publish(claimId, "The bridge was rejected", "false");
  const log = await ofClaim();
  expect(log.map(({ kind, rating }) => [kind, rating])).toEqual([
    ["corrected", { before: "mostly_true", after: "false" }],
    ["being_corrected", null],
  ]);
  const [{ id } = { id: 0 }] = log;
  const older = await desk.anonymous.publications.corrections(1, id);
  expect(older[0]?.id).toBeLessThan(id);
});

test("the addresses are those of the pages, and a report changes with its verdicts", async () => {
  const claimId = await published();
  const { report, verdict } = await first();
  await follow(claimId, "retract", "The minutes were forged");
  const pages = await desk.anonymous.publications.addresses();
  const page = pages.find(({ kind, slug }) => kind === "claims" && slug === verdict.slug);
  expect(page).toMatchObject({ isRetracted: true });
  const around = pages.find(({ kind, slug }) => kind === "reports" && slug === report.slug);
  expect(around?.changedAt).toBe(page?.changedAt);
  const since = new Date(page?.firstPublishedAt ?? "");
  const recent = await desk.anonymous.publications.addresses(since);
  expect(recent.map(({ slug }) => slug)).toContain(verdict.slug);
  expect(recent.length).toBeLessThan(pages.length);
  expect(recent.every((each) => new Date(each.firstPublishedAt) >= since)).toBe(true);
});

test("nobody rewrites the log", async () => {
  const claimId = await published();
  await follow(claimId, "retract", "The minutes were forged");
  await expect(desk.sql`update public.published_changes set reason = 'x'`).rejects.toThrow();
  await expect(desk.sql`delete from public.published_changes`).rejects.toThrow();
  await expect(desk.sql`truncate public.published_changes`).rejects.toThrow();
});

test("checks of others come out of the desk as they went in", async () => {
  const { checks } = readClaimReviews(messyReviews(60).map(({ markup }) => markup));
  const { matches } = people.editor.ports;
  expect(value(await matches.importChecks(checks))).toEqual({ added: checks.length, changed: 0 });
  expect(value(await matches.importChecks(checks))).toEqual({ added: 0, changed: 0 });
  const half = await matches.checks(20, "");
  const rest = await matches.checks(500, half.at(-1)?.url ?? "");
  const byUrl = new Map(checks.map((check) => [check.url, check]));
  const kept = [...half, ...rest];
  expect(kept).toHaveLength(checks.length);
  for (const check of kept) expect(check).toEqual(byUrl.get(check.url));
});
