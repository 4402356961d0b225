import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Claim } from "~/domain/claim/claim";
import { mayTake } from "~/domain/people/permissions";
import { claimActions, claimStates, transitions } from "~/domain/review/workflow";

import { startDesk, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

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

async function counts(claimId: string): Promise<{ ledger: number; events: number }> {
  const [row] = await desk.sql<{ ledger: number; events: number }[]>`
    select (select count(*)::int from public.stage_ledger where claim_id = ${claimId}) as ledger,
      (select count(*)::int from public.audit_events where entity_id = ${claimId}) as events`;
  if (!row) throw new Error("No counts");
  return row;
}

describe("a step that the table does not allow is refused straight through the API", () => {
  const states = claimStates.filter((state) => state !== "published");
  test.each(states)("from %s", async (state) => {
    const { claim } = await desk.newClaim(people.editor);
    const at = await bringTo(desk, people, claim.id, state);
    const before = await counts(claim.id);
    const actors: Record<string, Actor> = {
      ...people,
      other: await desk.join("reviewer"),
      reader: await desk.join("reader"),
    };
    let cells = 0;
    for (const action of claimActions) {
      for (const [name, actor] of Object.entries(actors)) {
        if (mayTake(actor.person, at, action) && action !== "publish") continue;
        const { error } = await act(actor, at, action);
        expect(error?.code, `${name} ${action} from ${state}`).toMatch(/^PT(403|422)$/);
        cells += 1;
      }
      const { error } = await desk.anonymousClient.rpc("act_on_claim", step(at, action));
      expect(error, `nobody ${action} from ${state}`).not.toBeNull();
    }
    expect(cells).toBeGreaterThan(40);
    expect(await counts(claim.id)).toEqual(before);
    expect((await reread(people.editor, claim.id)).version).toBe(at.version);
  });
});

const step = (claim: Claim, action: string) => ({
  p_claim: claim.id,
  p_action: action,
  p_expected: claim.version,
  p_reason: "Because",
  p_payload: { statement: "Another statement", rating: "true" },
});

function act(actor: Actor, claim: Claim, action: string) {
  return actor.supabase.rpc("act_on_claim", step(claim, action));
}

test("a step that needs a reason is refused without one", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const { error } = await people.editor.supabase.rpc("act_on_claim", {
    ...step(claim, "dismiss"),
    p_reason: "  ",
  });
  expect(error?.code).toBe("PT422");
});

test("every success leaves exactly one row in the ledger and one event", async () => {
  const { claim } = await desk.newClaim(people.editor);
  const before = await counts(claim.id);
  await bringTo(desk, people, claim.id, "open");
  expect(await counts(claim.id)).toEqual({ ledger: before.ledger + 1, events: before.events + 1 });
});

describe("tables cannot be written around the commands", () => {
  test.each<[string, Record<string, string>]>([
    ["claims", { statement: "Another" }],
    ["article_versions", { title: "Another" }],
    ["verdict_versions", { content: "{}" }],
    ["second_verdicts", { reason: "Another" }],
    ["sign_offs", { capacity: "editor" }],
    ["audit_events", { action: "another" }],
    ["stage_ledger", { action: "another" }],
    ["reports", { headline: "Another" }],
    ["published_verdicts", { short_claim: "Another" }],
  ])("%s", async (table, row) => {
    const { supabase } = people.editor;
    const column = Object.keys(row)[0] ?? "";
    const tried = [
      await supabase.from(table).insert(row),
      await supabase.from(table).update(row).neq(column, ""),
      await supabase.from(table).delete().neq(column, ""),
    ];
    expect(tried.map(({ error }) => error?.code)).toEqual(["42501", "42501", "42501"]);
  });

  test("not even the database's owner edits what is append-only", async () => {
    const refused = [
      desk.sql`update public.audit_events set action = 'x' where seq = 1`,
      desk.sql`delete from public.audit_events where seq = 1`,
      desk.sql`truncate public.audit_events`,
      desk.sql`update public.article_versions set title = 'x'`,
      desk.sql`delete from public.verdict_versions`,
    ];
    for (const statement of refused) await expect(statement).rejects.toThrow(/append-only/);
  });
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
