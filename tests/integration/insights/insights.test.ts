import { afterAll, beforeAll, expect, test } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { askRetraction } from "~/commands/ask-retraction";
import { publishReport } from "~/commands/publish-report";
import { voteOnDispute } from "~/commands/vote-on-dispute";
import { agreementOf } from "~/domain/statistics/agreement";

import { startDesk, value, type TestDesk } from "../../support/desk";
import { setRules } from "../../support/review-rules";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

// Tests of one file share a desk, and each of these looks at all of it.
let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const today = new Date().toISOString().slice(0, 10);
const period = { from: today, to: today };

async function claimAt(state: Parameters<typeof bringTo>[3]) {
  const { claim, articleId } = await desk.newClaim(people.editor);
  return { articleId, claim: await bringTo(desk, people, claim.id, state) };
}

async function settledDispute() {
  const { claim } = await claimAt("disputed");
  const other = await desk.join("editor");
  value(
    await adjudicate(other.ports, other.person, {
      claimId: claim.id,
      version: claim.version,
      rating: "false",
      reason: "The second reading is right",
    }),
  );
}

const insights = () => people.editor.ports.insights;

test("agreement compares the ratings as given, and is silent below five cases", async () => {
  for (let i = 0; i < 3; i += 1) await claimAt("approved");
  await settledDispute();
  expect(await insights().agreement(period)).toEqual({
    tables: [],
    withheld: { all: 1, pair: 1, topic: 0, type: expect.any(Number) as number, month: 1 },
  });

  const fifth = await claimAt("approved");
  const { tables, withheld } = await insights().agreement(period);
  expect(withheld).toMatchObject({ all: 0, pair: 0, month: 0 });
  const whole = tables.find(({ part }) => part === "all");
  // Settled as false, in the words of the second; what counts is what both said before.
  expect(whole?.cells).toEqual([
    { first: "mostly_true", second: "mostly_true", count: 4 },
    { first: "mostly_true", second: "false", count: 1 },
  ]);
  expect(agreementOf(whole?.cells ?? [])).toMatchObject({ cases: 5, same: 4 });
  expect(tables.find(({ part }) => part === "pair")).toMatchObject({
    leadName: people.lead.person.name,
    secondName: people.second.person.name,
  });
  expect(await insights().agreement({ from: "2024-01-01", to: "2024-12-31" })).toMatchObject({
    tables: [],
    withheld: { all: 0 },
  });

  // A demonstration, a verdict that was not blind, and one that was never settled are no cases.
  const all = async () => (await insights().agreement(period)).withheld.all;
  await desk.sql`update public.articles set demo = true where id = ${fifth.articleId}`;
  expect(await all()).toBe(1);
  await desk.sql`update public.articles set demo = false where id = ${fifth.articleId}`;
  expect(await all()).toBe(0);
  await desk.sql`alter table public.second_verdicts disable trigger user`;
  await desk.sql`update public.second_verdicts set blind = false where claim_id = ${fifth.claim.id}`;
  expect(await all()).toBe(1);
  await desk.sql`update public.second_verdicts set blind = true where claim_id = ${fifth.claim.id}`;
  await desk.sql`alter table public.second_verdicts enable trigger user`;
  // What was settled once stays a case, by what was said then: reviewed anew, published, being corrected, retracted.
  const still = async () =>
    (await insights().agreement(period)).tables.find(({ part }) => part === "all");
  const act = async (action: "reopen" | "correct" | "retract") => {
    const { version } = await reread(people.editor, fifth.claim.id);
    const at = { claimId: fifth.claim.id, expectedVersion: version, reason: "A new source" };
    value(await people.editor.ports.claims.act({ ...at, action }));
    expect(await still(), action).toEqual(whole);
  };
  await claimAt("disputed");
  expect(await still()).toEqual(whole);
  await act("reopen");
  // The second verdict on it now is another one, and no second case.
  await bringTo(desk, people, fifth.claim.id, "disputed");
  expect(await still()).toEqual(whole);
  const other = await desk.join("editor");
  const { version } = await reread(other, fifth.claim.id);
  const decision = { rating: "false", reason: "The second reading is right" } as const;
  value(
    await adjudicate(other.ports, other.person, { ...decision, claimId: fifth.claim.id, version }),
  );
  const publisher = await desk.join("editor");
  value(
    await publishReport(publisher.ports, publisher.person, {
      ...{ articleId: fifth.articleId, headline: "The bridge vote", summary: "What was decided." },
      verdicts: [{ claimId: fifth.claim.id, version: version + 1, shortClaim: "It was rejected" }],
    }),
  );
  await act("correct");
  // A correction that nobody is assigned to waits for the editors, and is among the oldest.
  const corrected = async () =>
    (await insights().waiting(3)).find(({ state }) => state === "being_corrected");
  expect(await corrected()).toMatchObject({ personId: null, waiting: 1, idle: 0 });
  await desk.sql`update public.claims set updated_at = now() - interval '4 days',
    state_since = now() - interval '4 days' where id = ${fifth.claim.id}`;
  expect(await corrected()).toMatchObject({ idle: 1 });
  expect((await insights().oldest())[0]).toMatchObject({ claimId: fifth.claim.id });
  const asked = { claimId: fifth.claim.id, reason: "A new source" };
  value(await askRetraction(people.lead.ports, people.lead.person, asked));
  await act("retract");
});

test("stages, flow, verdicts and balance come from the ledger, without the demonstration", async () => {
  const before = {
    verdicts: await insights().verdicts(period),
    throughput: await insights().throughput(period),
  };
  const { claim, articleId } = await claimAt("approved");
  const count = (rows: { rating: string; claims: number }[]) =>
    rows.find(({ rating }) => rating === "mostly_true")?.claims ?? 0;
  expect(count(await insights().verdicts(period))).toBe(count(before.verdicts) + 1);
  const [flow] = await insights().throughput(period);
  expect(flow?.moves.approved).toBe((before.throughput[0]?.moves.approved ?? 0) + 1);
  expect(flow?.begins).toBe(today);

  const [entered] = await desk.sql<{ right: boolean }[]>`
    select bool_and(entered_at = before) as right from (
      select entered_at, lag(at) over (order by id) as before from public.stage_ledger
      where claim_id = ${claim.id} and from_state is distinct from to_state) l where before is not null`;
  expect(entered?.right).toBe(true);
  const stages = await insights().timeInStage(period);
  const review = stages.find(({ state }) => state === "in_review");
  expect(review?.stays).toBeGreaterThan(0);
  expect(review?.p90Seconds).toBeGreaterThanOrEqual(review?.medianSeconds ?? Infinity);

  const outlet = (await insights().balance(period)).find(({ kind }) => kind === "outlet");
  expect(outlet).toMatchObject({ name: "The Paper" });
  await desk.sql`update public.articles set demo = true where id = ${articleId}`;
  expect(count(await insights().verdicts(period))).toBe(count(before.verdicts));
  expect((await insights().throughput(period))[0]?.moves.approved).toBe(
    before.throughput[0]?.moves.approved,
  );
});

test("a claim that several people signed is settled once", async () => {
  const settled = async () =>
    (await insights().verdicts(period)).find(({ rating }) => rating === "half_true")?.claims ?? 0;
  const outlets = async () =>
    (await insights().balance(period))
      .filter(({ kind }) => kind === "outlet")
      .reduce((sum, { claims }) => sum + claims, 0);
  const before = { settled: await settled(), outlets: await outlets() };
  const { claim } = await claimAt("disputed");
  const admin = await desk.join("admin");
  await setRules(admin, { disputes: "vote" });
  for (const voter of [people.editor, admin]) {
    const vote = { claimId: claim.id, version: claim.version, number: 1, round: 1 };
    value(
      await voteOnDispute(voter.ports, voter.person, {
        ...{ ...vote, rating: "half_true", reason: "Half of it", mayPublish: false },
      }),
    );
  }
  await setRules(admin, { disputes: "editor" });
  expect(await settled()).toBe(before.settled + 1);
  expect(await outlets()).toBe(before.outlets + 1);
});

test("what waits is counted for whom it waits, and is idle when nobody has touched it", async () => {
  people = await cast(desk);
  const { claim } = await claimAt("in_review");
  await claimAt("second_review");
  const mine = async () =>
    (await insights().waiting(3)).filter(({ personId }) =>
      [people.lead.person.id, people.second.person.id].includes(personId ?? ""),
    );
  expect(
    (await mine()).map(({ state, name, waiting, idle }) => [state, name, waiting, idle]),
  ).toEqual(
    expect.arrayContaining([
      ["in_review", people.lead.person.name, 1, 0],
      ["second_review", people.second.person.name, 1, 0],
    ]),
  );
  await desk.sql`update public.claims set updated_at = now() - interval '4 days' where id = ${claim.id}`;
  expect((await mine()).find(({ state }) => state === "in_review")?.idle).toBe(1);
  const oldest = await insights().oldest();
  expect(oldest.length).toBeLessThanOrEqual(10);
  expect(oldest.map(({ since }) => since)).toEqual(oldest.map(({ since }) => since).toSorted());
  expect((await reread(people.editor, claim.id)).state).toBe("in_review");
});

test("only editors are answered, and the views behind it are no part of the API", async () => {
  const days = { p_from: today, p_to: today };
  const questions: [string, object][] = [
    ["insights_time_in_stage", days],
    ["insights_throughput", { ...days, p_step: "day" }],
    ["insights_waiting", { p_idle_days: 3, p_most: 5 }],
    ["insights_oldest", { p_most: 5 }],
    ["insights_verdicts", days],
    ["insights_balance", { ...days, p_most: 5 }],
    ["insights_agreement", { ...days, p_most_pairs: 5 }],
  ];
  for (const [name, parameters] of questions) {
    expect((await people.lead.supabase.rpc(name, parameters)).error?.code, name).toBe("PT403");
    expect((await desk.anonymousClient.rpc(name, parameters)).error, name).not.toBeNull();
  }
  const [reach] = await desk.sql<{ open: number }[]>`
    select count(*)::int as open from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app_private' and c.relkind = 'v'
      and (has_table_privilege('authenticated', c.oid, 'select') or has_table_privilege('anon', c.oid, 'select'))`;
  expect(reach?.open).toBe(0);
  const rights = await desk.sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app_private' and c.relkind = 'v'
      and not coalesce(c.reloptions @> '{security_invoker=true}', false)`;
  expect(rights).toHaveLength(0);
});
