import { afterAll, beforeAll, expect, test } from "vitest";

import type { Claim } from "~/domain/claim/claim";
import { transitions } from "~/domain/review/workflow";

import { startDesk, type TestDesk } from "../../support/desk";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

test("the live table holds the same rows as the domain", async () => {
  const { data } = await people.editor.supabase
    .from("workflow_transitions")
    .select("from_state, action, to_state, by, reason_required");
  const text = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  expect(text(data ?? [])).toEqual(
    text(
      transitions.map(({ from, action, to, by, reasonRequired }) => ({
        from_state: from,
        action,
        to_state: to,
        by,
        reason_required: reasonRequired,
      })),
    ),
  );
});

const step = (claim: Claim, action: string) => ({
  p_claim: claim.id,
  p_action: action,
  p_expected: claim.version,
  p_reason: "Because",
  p_payload: { statement: "Another statement", rating: "true" },
});

test("a step that needs a reason is refused without one", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const { error } = await people.editor.supabase.rpc("act_on_claim", {
    ...step(claim, "dismiss"),
    p_reason: "  ",
  });
  expect(error?.code).toBe("PT422");
});

test("not even the database's owner edits what is append-only", async () => {
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "second_review");
  const refused = [
    desk.sql`update public.audit_events set action = 'x' where seq = 1`,
    desk.sql`delete from public.audit_events where seq = 1`,
    desk.sql`truncate public.audit_events`,
    desk.sql`update public.article_versions set title = 'x'`,
    desk.sql`delete from public.verdict_versions`,
  ];
  for (const statement of refused) await expect(statement).rejects.toThrow(/append-only/);
});

test("anonymous readers see published copies and nothing else", async () => {
  const closed = [
    "profiles",
    "articles",
    "article_versions",
    "claims",
    "audit_events",
    "stage_ledger",
    "verdict_versions",
    "second_verdicts",
    "review_updates",
  ];
  for (const table of closed) {
    const { data, error } = await desk.anonymousClient.from(table).select("*").limit(1);
    expect(error ?? data, table).not.toEqual(expect.arrayContaining([expect.anything()]));
  }
  expect((await desk.anonymousClient.from("reports").select("slug")).error).toBeNull();
});

test("the second reviewer can read neither version nor rating before deciding", async () => {
  const { editor, second, lead } = people;
  const { claim } = await desk.newClaim(editor);
  const waiting = await bringTo(desk, people, claim.id, "second_review");
  expect((await second.ports.reviews.record(claim.id)).versions).toEqual([]);
  expect((await lead.ports.reviews.record(claim.id)).versions).toHaveLength(1);
  const trail = await second.ports.audit.of("claim", claim.id);
  expect(JSON.stringify(trail)).not.toContain("mostly_true");
  await second.ports.claims.act({
    claimId: claim.id,
    action: "decide",
    expectedVersion: waiting.version,
    reason: "My own reading",
    payload: { rating: "mostly_true" },
  });
  expect((await second.ports.reviews.record(claim.id)).versions).toHaveLength(1);
});
