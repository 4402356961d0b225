import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { adjudicate } from "~/commands/adjudicate";
import { publishReport } from "~/commands/publish-report";
import { settleByOne } from "~/commands/settle-by-one";
import { voteOnDispute } from "~/commands/vote-on-dispute";
import type { Claim } from "~/domain/claim/claim";
import { offeredActions } from "~/domain/people/permissions";
import type { Rating } from "~/domain/verdict/rating";

import { refusal, startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, reread } from "../../support/review-steps";
import { setRules } from "../../support/review-rules";
import { toldOf } from "../../support/told";
import { copyClaim } from "../../support/workflow/copy-claim";
import { everybody, kinds, type Everybody } from "../../support/workflow/people";
import { apiCall } from "../../support/workflow/take-action";
import { installTryAll, tryAll } from "../../support/workflow/try-all";

/** A desk on which disputes are settled by vote. The lead rates mostly true, the second reviewer false. */
let desk: TestDesk;
let people: Everybody;
let disputed: string;
let one: Actor;
let two: Actor;
let three: Actor;
beforeAll(async () => {
  // Every refusal is told to the server's log.
  vi.spyOn(console, "error").mockReturnValue(undefined);
  desk = await startDesk();
  await installTryAll(desk.sql);
  people = await everybody(desk);
  await setRules(people.actors.admin, { disputes: "vote" });
  const { claim } = await desk.newClaim(people.cast.editor);
  disputed = (await bringTo(desk, people.cast, claim.id, "disputed")).id;
  [one, two, three] = [
    people.actors.editor,
    people.actors["editor who leads"],
    await desk.join("editor"),
  ];
});
afterAll(() => desk.stop());

const copy = async () => reread(one, await copyClaim(desk.sql, disputed));

const vote = (
  by: Actor,
  claim: Claim,
  rating: Rating,
  changes: { round?: number; mayPublish?: boolean; reason?: string } = {},
) =>
  voteOnDispute(by.ports, by.person, {
    ...{ claimId: claim.id, version: claim.version, number: 1, round: 1, rating },
    ...{ reason: `REASON of ${by.person.id}`, mayPublish: false },
    ...changes,
  });

const stateOf = async (claim: Claim) => (await reread(one, claim.id)).state;
const seenBy = async (by: Actor, claim: Claim) =>
  (await by.ports.disputes.votes(claim.id)).map(({ by: voter }) => voter).toSorted();

/** What readers get of a settled claim. */
const published = (claim: Claim) => publishedBy(people.actors.admin, claim);
async function publishedBy(by: Actor, claim: Claim) {
  const { version } = await reread(by, claim.id);
  const { slug } = value(
    await publishReport(by.ports, by.person, {
      ...{ articleId: claim.articleId, headline: "The bridge vote", summary: "What was decided." },
      verdicts: [{ claimId: claim.id, version, shortClaim: "The bridge was rejected" }],
    }),
  );
  const report = await desk.anonymous.reports.find(slug);
  return report?.verdicts.find(({ claimId }) => claimId === claim.id);
}

test("nobody sees the votes of others before casting their own", async () => {
  const claim = await copy();
  const { lead, second, reviewer, admin } = people.actors;
  value(await vote(one, claim, "half_true"));
  for (const by of [two, three, lead, second, reviewer, admin]) {
    expect(await seenBy(by, claim)).toEqual([]);
    const { data } = await by.supabase.from("dispute_votes").select("*");
    expect(data).toEqual([]);
    // Nor from the trail or the ledger, which tell that somebody voted.
    const [events, ledger] = await Promise.all([
      by.supabase.from("audit_events").select("payload, entry").eq("entity_id", claim.id),
      by.supabase.from("stage_ledger").select("*").eq("claim_id", claim.id).eq("action", "vote"),
    ]);
    expect(events.data).toHaveLength(1);
    expect(ledger.data).toHaveLength(1);
    expect(JSON.stringify([events, ledger])).not.toMatch(/half_true|REASON/);
    expect(await by.ports.disputes.progress(claim.id)).toMatchObject({
      ...{ round: 1, cast: 1, voted: false, way: "vote" },
    });
  }
  for (const { supabase } of [people.actors.reader, people.actors.anonymous]) {
    for (const table of ["dispute_votes", "dispute_remarks"]) {
      const { data } = await supabase.from(table).select("*");
      expect(data ?? [], table).toEqual([]);
    }
    const { data } = await supabase.rpc("dispute_progress", { p_claim: claim.id });
    expect(data).toBeNull();
  }
  expect(await seenBy(one, claim)).toEqual([one.person.id]);
  value(await vote(two, claim, "false"));
  expect(await seenBy(two, claim)).toEqual([one.person.id, two.person.id].toSorted());
  expect(await seenBy(three, claim)).toEqual([]);
  expect(await stateOf(claim)).toBe("disputed");
});

test("two equal votes carry, sign what they voted for, and the third is kept as dissent", async () => {
  const claim = await copy();
  value(await vote(one, claim, "half_true"));
  value(await vote(two, claim, "true", { mayPublish: true, reason: "All of it is there." }));
  value(await vote(three, claim, "half_true"));
  expect(await stateOf(claim)).toBe("approved");
  const record = await one.ports.reviews.record(claim.id);
  expect(record.adjudications).toMatchObject([
    {
      ...{ how: "voted", firstRating: "mostly_true", secondRating: "false" },
      ...{ finalRating: "half_true", round: 1, disputedVersionId: record.versions[0]?.id },
    },
  ]);
  const signed = record.signOffs.map(({ by, contentHash }) => [by, contentHash]);
  const hash = record.versions.at(-1)?.contentHash;
  expect(signed).toEqual([
    [one.person.id, hash],
    [three.person.id, hash],
  ]);
  expect(record.versions.at(-1)?.content.verdict.rating).toBe("half_true");
  const { lead, second, admin } = people.actors;
  for (const by of [lead, second, admin]) expect(await seenBy(by, claim)).toHaveLength(3);
  expect(await toldOf(desk, claim.id, { lead, second })).toEqual({
    lead: ["disputed", "approved"],
    second: ["submitted", "approved"],
  });

  const verdict = await published(claim);
  expect(verdict?.credits.map(({ capacity, name }) => [capacity, name])).toEqual([
    ["lead", people.actors.lead.person.name],
    ["second", people.actors.second.person.name],
    ["voter", one.person.name],
    ["voter", three.person.name],
  ]);
  expect(verdict?.settlement).toMatchObject({
    ...{ how: "voted", votes: 3 },
    dissents: [{ rating: "true", reason: "All of it is there.", name: two.person.name }],
  });
});

test("dissent is not published without its author's leave", async () => {
  const claim = await copy();
  value(await vote(one, claim, "true"));
  value(await vote(two, claim, "mostly_true"));
  value(await vote(three, claim, "mostly_true"));
  expect((await published(claim))?.settlement).toMatchObject({ votes: 3, dissents: [] });
});

test("three that all differ settle nothing, and the editors vote anew", async () => {
  const claim = await copy();
  value(await vote(one, claim, "true"));
  value(await vote(two, claim, "half_true"));
  value(await vote(three, claim, "false"));
  expect(await stateOf(claim)).toBe("disputed");
  // All of it is shown now, and nobody is barred from the next round.
  for (const by of [people.actors.lead, one]) {
    expect(await seenBy(by, claim)).toHaveLength(3);
    expect(await by.ports.disputes.progress(claim.id)).toMatchObject({ round: 2, cast: 0 });
  }
  expect(await toldOf(desk, claim.id, { one, two })).toEqual({
    one: ["vote_asked", "vote_asked"],
    two: ["vote_asked", "vote_asked"],
  });
  const late = await desk.join("editor");
  expect(refusal(await vote(late, claim, "true")).kind).toBe("illegal");
  value(await vote(one, claim, "half_true", { round: 2 }));
  expect(await seenBy(two, claim)).toHaveLength(3);
  value(await vote(two, claim, "half_true", { round: 2 }));
  expect(await stateOf(claim)).toBe("approved");
  expect(await seenBy(people.actors.lead, claim)).toHaveLength(5);
});

test("a vote sent twice is cast once, and another one is refused", async () => {
  const claim = await copy();
  value(await vote(one, claim, "true"));
  value(await vote(one, claim, "true"));
  expect(refusal(await vote(one, claim, "false")).kind).toBe("illegal");
  value(await vote(two, claim, "true"));
  // Also when it was the one that settled it.
  value(await vote(two, claim, "true"));
  const record = await one.ports.reviews.record(claim.id);
  expect(record.adjudications).toHaveLength(1);
  const [count] = await desk.sql<{ votes: number; steps: number }[]>`select
    (select count(*)::int from public.dispute_votes where claim_id = ${claim.id}) as votes,
    (select count(*)::int from public.stage_ledger where claim_id = ${claim.id} and action = 'vote') as steps`;
  expect(count).toEqual({ votes: 2, steps: 2 });
});

test("votes cast at once all count, and settle the dispute once", { timeout: 60_000 }, async () => {
  const editors = [one, two, three, await desk.join("editor")];
  for (let race = 0; race < 6; race += 1) {
    const claim = await copy();
    const done = await Promise.all(editors.map((by) => vote(by, claim, "unproven")));
    // The first two carry; the others come to a dispute that is over.
    expect(done.filter(({ ok }) => ok)).toHaveLength(2);
    for (const late of done) if (!late.ok) expect(late.error.kind).toBe("stale");
    const record = await one.ports.reviews.record(claim.id);
    expect(record.adjudications).toHaveLength(1);
    expect(record.signOffs).toHaveLength(2);
    expect(record.versions).toHaveLength(2);
  }
  const claim = await copy();
  const apart = await Promise.all([
    vote(one, claim, "true"),
    vote(two, claim, "false"),
    vote(three, claim, "half_true"),
  ]);
  expect(apart.every(({ ok }) => ok)).toBe(true);
  expect(await one.ports.disputes.progress(claim.id)).toMatchObject({ round: 2, cast: 0 });
});

test.each([
  { among: "enough editors", isShort: false },
  { among: "too few editors", isShort: true },
])("who may do what about a dispute that is voted on among $among", async ({ isShort }) => {
  const source = await copy();
  const [row] = await desk.sql<{ hash: string }[]>`
    select content_hash as hash from public.verdict_versions where claim_id = ${source.id}`;
  const wrong: string[] = [];
  for (const kind of kinds) {
    const actor = people.actors[kind];
    const id = await copyClaim(desk.sql, source.id, people.standsIn(kind) ?? undefined);
    if (kind === "editor in conflict") {
      await desk.sql`update public.claims set recused = array[${actor.person.id}]::uuid[] where id = ${id}`;
    }
    if (isShort) {
      // Nobody but one editor and the admin is free to vote, beside whoever is tried.
      const free = [one.person.id, people.actors.admin.person.id];
      const spared = kind === "editor in conflict" ? free : [...free, actor.person.id];
      await desk.sql`update public.claims set recused = array(select user_id from app_private.user_roles
        where role >= 'editor' and not user_id = any (${spared}::uuid[])) where id = ${id}`;
    }
    const claim = await reread(one, id);
    const [copied] = await desk.sql<{ hash: string }[]>`
      select content_hash as hash from public.verdict_versions where claim_id = ${id}`;
    const given = {
      ...{
        reason: "Because",
        leadId: "",
        secondId: "",
        otherClaimId: "",
        articleSha256: "",
        number: 1,
      },
      contentHash: copied?.hash ?? row?.hash ?? "",
    };
    const actions = ["vote", "adjudicate", "concede", "return", "settle_by_one"] as const;
    const answers = await tryAll(
      actor,
      actions.map((action) => ({ claim: id, args: apiCall(claim, action, given) })),
    );
    const voters = (await people.actors.lead.ports.disputes.progress(id))?.voters ?? null;
    const facts = { disputes: "vote", voters } as const;
    const offered = kind === "anonymous" ? [] : offeredActions(actor.person, claim, true, facts);
    for (const [at, action] of actions.entries()) {
      const answer = answers[at];
      const carried = answer !== undefined && !("refused" in answer);
      if (carried !== offered.includes(action)) {
        wrong.push(`${kind}: ${action}: ${JSON.stringify(answer)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("where one editor decides nobody votes, and where editors vote nobody decides alone", async () => {
  const claim = await copy();
  const at = {
    claimId: claim.id,
    version: claim.version,
    rating: "true",
    reason: "I say so",
  } as const;
  expect(refusal(await adjudicate(one.ports, one.person, at)).kind).toBe("illegal");
  value(await vote(two, claim, "true"));
  const { admin } = people.actors;
  await setRules(admin, { disputes: "editor" });
  expect(refusal(await vote(three, claim, "true")).kind).toBe("illegal");
  const { version } = await reread(one, claim.id);
  value(await adjudicate(one.ports, one.person, { ...at, version }));
  // The vote that was cast is kept, and seen now.
  expect(await seenBy(people.actors.lead, claim)).toEqual([two.person.id]);
  await setRules(admin, { disputes: "vote" });
  await expect(desk.sql`delete from public.dispute_votes`).rejects.toThrow(/append-only/);
});

describe("a vote for which too few editors are free", () => {
  const free = async (...who: Actor[]) => {
    const claim = await copy();
    await desk.sql`update public.claims set recused = array(select user_id from app_private.user_roles
      where role >= 'editor' and not user_id = any (${who.map(({ person }) => person.id)}::uuid[]))
      where id = ${claim.id}`;
    return reread(one, claim.id);
  };
  const give = async (by: Actor, { id }: Claim, reason = "The others are away until December") => {
    const { version } = await reread(one, id);
    return settleByOne(by.ports, by.person, { claimId: id, version, reason });
  };

  test("says so to whoever may read the review, and not how many have voted", async () => {
    const { lead, reader, anonymous } = people.actors;
    const claim = await free(one, two);
    value(await vote(one, claim, "true"));
    const standing = { way: "vote", voters: 2 };
    expect(await lead.ports.disputeStandings.of([claim.id, disputed])).toMatchObject(
      new Map([
        [claim.id, { ...standing, voted: false }],
        [disputed, { way: "vote", voted: false }],
      ]),
    );
    expect((await one.ports.disputeStandings.of([claim.id])).get(claim.id)).toEqual({
      ...{ ...standing, voted: true },
    });
    for (const by of [reader, anonymous]) {
      const { data } = await by.supabase.rpc("dispute_standings", { p_claims: [claim.id] });
      expect(data ?? []).toEqual([]);
    }
  });

  test("is given to one editor by an admin, with a reason in ledger and trail", async () => {
    const { admin, lead, second } = people.actors;
    const claim = await free(one, admin);
    value(await vote(one, claim, "true"));
    expect(refusal(await give(one, claim)).kind).toBe("forbidden");
    expect(refusal(await give(admin, claim, " ")).kind).toBe("invalid");
    value(await give(admin, claim));
    expect(refusal(await give(admin, claim)).kind).toBe("illegal");
    const [[row], events] = await Promise.all([
      desk.sql<
        { reason: string; steps: number }[]
      >`select min(reason) as reason, count(*)::int as steps
        from public.stage_ledger where claim_id = ${claim.id} and action = 'settle_by_one'`,
      lead.ports.audit.of("claim", claim.id),
    ]);
    expect(row).toEqual({ reason: "The others are away until December", steps: 1 });
    expect(events.at(-1)).toMatchObject({
      action: "review.dispute_given_to_one",
      payload: { reason: "The others are away until December" },
    });
    expect(await toldOf(desk, claim.id, { lead, second, one, two })).toEqual({
      lead: ["disputed", "disputed"],
      second: ["submitted", "disputed"],
      one: ["vote_asked", "disputed"],
      // Who declared a conflict of interest after the dispute arose is not asked again.
      two: ["vote_asked"],
    });
    expect(await lead.ports.disputes.progress(claim.id)).toMatchObject({ way: "editor" });
    // Nobody votes any more; the vote that was cast stays hidden until it is settled, and then is seen.
    expect(refusal(await vote(admin, await reread(one, claim.id), "true")).kind).toBe("illegal");
    expect(await seenBy(lead, claim)).toEqual([]);
    const { version } = await reread(one, claim.id);
    const decision = { claimId: claim.id, version, rating: "false", reason: "So it is" } as const;
    value(await adjudicate(admin.ports, admin.person, decision));
    expect(await seenBy(lead, claim)).toEqual([one.person.id]);
    await expect(desk.sql`delete from public.dispute_switches`).rejects.toThrow(/append-only/);
  });

  test("tells readers why one editor decided, and the dissent that may be published", async () => {
    const { admin } = people.actors;
    const claim = await free(one, admin, three);
    // A round that settled nothing, one vote of the next, and then too few are left.
    value(await vote(one, claim, "true"));
    value(await vote(three, claim, "half_true", { mayPublish: true, reason: "Half of it." }));
    value(await vote(admin, claim, "unproven"));
    value(await vote(one, claim, "mostly_true", { round: 2, mayPublish: true, reason: "Most." }));
    await desk.sql`update public.claims set recused = recused || ${three.person.id}::uuid where id = ${claim.id}`;
    value(await give(admin, claim, "Two are away until December"));
    const { version } = await reread(admin, claim.id);
    value(
      await adjudicate(admin.ports, admin.person, {
        ...{ claimId: claim.id, version, rating: "false", reason: "So it is" },
      }),
    );
    const verdict = await publishedBy(await desk.join("editor"), claim);
    expect(verdict?.exceptions).toMatchObject([
      { kind: "given_to_one", reason: "Two are away until December" },
    ]);
    expect(verdict?.settlement).toMatchObject({
      ...{ how: "adjudicated", votes: 3 },
      dissents: [
        { rating: "half_true", reason: "Half of it.", name: three.person.name },
        { rating: "mostly_true", reason: "Most.", name: one.person.name },
      ],
    });
    expect(verdict?.credits.map(({ capacity }) => capacity)).toEqual([
      ...["lead", "second", "adjudicator"],
    ]);
  });

  test("goes on when another editor comes, and is given to nobody then", async () => {
    const { admin } = people.actors;
    const claim = await free(one, admin);
    await desk.join("editor");
    expect(await one.ports.disputes.progress(claim.id)).toMatchObject({ voters: 3 });
    expect(refusal(await give(admin, claim)).kind).toBe("illegal");
  });
});
