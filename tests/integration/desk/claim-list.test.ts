import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import type { ClaimPage } from "~/commands/ports/claim-list";
import { triageClaim } from "~/commands/triage-claim";
import { claimTypes } from "~/domain/claim/claim";
import {
  claimSorts,
  dueBands,
  everyClaim,
  worthBands,
  type ClaimFilter,
} from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { PageMark } from "~/domain/page-mark";
import { claimStates } from "~/domain/review/workflow";

import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { generateDesk } from "../../support/generated-desk";
import { naivelyMatches } from "../../support/naive-filter";

const today = new Date().toISOString().slice(0, 10);
let desk: TestDesk;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;

beforeAll(async () => {
  desk = await startDesk();
  await generateDesk(desk.sql, { people: 6, articles: 12, claims: 300 });
  [editor, reviewer, reader] = await Promise.all([
    desk.join("editor"),
    desk.join("reviewer"),
    desk.join("reader"),
  ]);
  // Somebody with a token has work too, so that "mine" has something to find.
  await desk.sql`update public.claims set lead_id = ${reviewer.person.id}
    where id in (select id from public.claims where state >= 'in_review' order by id limit 20)`;
});
afterAll(() => desk.stop());

/** Every row of a filter, page by page. */
async function walk(actor: Actor, filter: ClaimFilter, size: number): Promise<ClaimItem[]> {
  const all: ClaimItem[] = [];
  let after: PageMark | null = null;
  do {
    const page: ClaimPage = await actor.ports.claimList.page(filter, today, { after, size });
    expect(page.rows.length).toBeLessThanOrEqual(size);
    all.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return all;
}

const ids = (items: readonly ClaimItem[]) => items.map(({ id }) => id);

test("pages are complete, without doubles, and in the order asked for", async () => {
  const places = {
    changed: (item: ClaimItem) => -Date.parse(item.updatedAt),
    idle: (item: ClaimItem) => Date.parse(item.updatedAt),
    new: (item: ClaimItem) => -Date.parse(item.createdAt),
    due: (item: ClaimItem) => Date.parse(item.dueOn ?? "9999-01-01"),
    worth: (item: ClaimItem) => -item.checkWorthiness,
  };
  for (const sort of claimSorts) {
    const all = await walk(reviewer, { ...everyClaim, sort }, 37);
    expect(new Set(ids(all)).size, sort).toBe(300);
    const order = all.map(places[sort]);
    expect(order, sort).toEqual(order.toSorted((a, b) => a - b));
  }
});

test("a filter gives what the same filter over all rows in memory gives", async () => {
  const all = await walk(reviewer, everyClaim, 500);
  const people = [...new Set(all.map(({ leadId }) => leadId))].filter((id) => id !== null);
  const articles = [...new Set(all.map(({ articleId }) => articleId))];
  const topics = [...new Set(all.flatMap((item) => item.topics.map(({ id }) => id)))];
  expect(topics.length).toBeGreaterThan(5);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
  const filters: fc.Arbitrary<ClaimFilter> = fc.record({
    states: fc.subarray([...claimStates]),
    types: fc.subarray([...claimTypes]),
    lead: maybe(fc.constantFrom("none", ...people)),
    second: maybe(fc.constantFrom("none", ...people)),
    mine: fc.boolean(),
    article: maybe(fc.constantFrom(...articles)),
    topic: maybe(fc.constantFrom("none", ...topics)),
    claimant: maybe(fc.constantFrom("giuseppe conte", "Zoë Müller", "nobody")),
    worth: maybe(fc.constantFrom(...worthBands)),
    due: maybe(fc.constantFrom(...dueBands)),
    idleDays: maybe(fc.constantFrom(1, 30, 90)),
    text: fc.constantFrom(
      "",
      "",
      "bridge",
      "zurich",
      "ERDOGAN coun",
      "31 votes",
      "Müll",
      "'; drop",
      "%_\\",
    ),
    sort: fc.constantFrom(...claimSorts),
  });
  // One or two parts at a time, or nearly every list would be empty.
  const narrow = fc
    .tuple(filters, fc.subarray(Object.keys(everyClaim) as (keyof ClaimFilter)[], { maxLength: 3 }))
    .map(([filter, kept]) => ({
      ...everyClaim,
      ...Object.fromEntries(kept.map((key) => [key, filter[key]])),
    }));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(narrow, async (filter) => {
      const expected = all.filter((item) =>
        naivelyMatches(item, filter, { today, me: reviewer.person.id }),
      );
      const got = await walk(reviewer, filter, 120);
      expect(ids(got).toSorted()).toEqual(ids(expected).toSorted());
      const counts = await reviewer.ports.claimList.counts(filter, today);
      expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(expected.length);
      const { rows: board } = await reviewer.ports.claimList.board(filter, today, 3);
      for (const state of claimStates) {
        const column = board.filter((item) => item.state === state);
        expect(ids(column)).toEqual(ids(got.filter((item) => item.state === state)).slice(0, 3));
      }
      found += expected.length > 0 && expected.length < 300 ? 1 : 0;
    }),
    { numRuns: 25 },
  );
  // Otherwise nothing was compared but empty and whole lists.
  expect(found).toBeGreaterThan(3);
});

test("readers and strangers get nothing, and nothing in a list tells a rating", async () => {
  const { claimList } = reader.ports;
  const part = { after: null, size: 50 };
  const nothing = { rows: [], next: null, seq: 0 };
  expect(await claimList.page(everyClaim, today, part)).toEqual(nothing);
  expect(await claimList.counts(everyClaim, today)).toEqual({});
  expect(await claimList.board(everyClaim, today, 5)).toEqual(nothing);
  expect(await claimList.news(everyClaim, today, 0)).toEqual({ seq: 0, changed: [], more: false });
  expect(await claimList.assignable([])).toEqual([]);
  await expect(desk.anonymous.claimList.page(everyClaim, today, part)).rejects.toThrow();

  const { data } = await reviewer.supabase.rpc("list_claims", {
    p_filter: {},
    p_sort: "changed",
    p_after: {},
    p_limit: 1,
    p_today: today,
  });
  expect(JSON.stringify(data)).not.toMatch(/rating|verdict|reason/i);
});

test("news name what changed, with whether it still belongs to the list", async () => {
  const { claim } = await desk.newClaim(editor);
  const proposed = { ...everyClaim, states: ["proposed" as const] };
  const list = reviewer.ports.claimList;
  const { seq } = await list.page(proposed, today, { after: null, size: 1 });
  expect(await list.news(proposed, today, seq)).toEqual({ seq, changed: [], more: false });

  const at = { claimId: claim.id, version: claim.version };
  value(await triageClaim(editor.ports, editor.person, { ...at, action: "accept" }));
  const news = await list.news(proposed, today, seq);
  expect(news.seq).toBeGreaterThan(seq);
  expect(news.changed).toMatchObject([{ id: claim.id, state: "open", matches: false }]);
});

test("what speaks for and against people follows what they have done", async () => {
  const { claim } = await desk.newClaim(editor);
  const accepted = value(
    await triageClaim(editor.ports, editor.person, {
      claimId: claim.id,
      version: claim.version,
      action: "accept",
    }),
  );
  const lead = await desk.join("reviewer");
  value(
    await assignClaim(editor.ports, editor.person, {
      claimId: claim.id,
      version: accepted.version,
      leadId: lead.person.id,
      secondId: reviewer.person.id,
      dueOn: null,
      priority: "normal",
    }),
  );
  const people = await editor.ports.claimList.assignable([]);
  expect(people.find(({ id }) => id === lead.person.id)).toMatchObject({
    leads: 1,
    seconds: 0,
    workLimit: 5,
    lastPartners: [reviewer.person.id],
  });
  // Whoever of the two led.
  expect(people.find(({ id }) => id === reviewer.person.id)?.lastPartners).toContain(
    lead.person.id,
  );
  const limit = { p_person: lead.person.id, p_limit: 2 };
  expect((await lead.supabase.rpc("set_work_limit", limit)).error?.code).toBe("PT403");
  expect((await editor.supabase.rpc("set_work_limit", limit)).error).toBeNull();
  // The claim that is asked about does not count as a pairing of the past.
  const again = await editor.ports.claimList.assignable([claim.id]);
  expect(again.find(({ id }) => id === lead.person.id)).toMatchObject({
    lastPartners: [],
    workLimit: 2,
  });

  // What holds for everybody holds for whoever has no limit of their own.
  const { work } = editor.ports;
  expect((await lead.supabase.rpc("set_default_work_limit", { p_limit: 9 })).error?.code).toBe(
    "PT403",
  );
  value(await work.setDefaultLimit(3));
  const limitsOf = async ({ ports }: Actor) => {
    const { limit: all, people: known } = await ports.work.inHand();
    const mine = known.find(({ id }) => id === lead.person.id);
    return { all, own: mine?.ownLimit, leads: mine?.leads, others: known.length > 1 };
  };
  expect(await limitsOf(editor)).toEqual({ all: 3, own: 2, leads: 1, others: true });
  expect(await limitsOf(lead)).toEqual({ all: 3, own: 2, leads: 1, others: false });
  value(await work.setLimit(lead.person.id, null));
  expect((await limitsOf(lead)).own).toBeNull();
  const inherited = await editor.ports.claimList.assignable([]);
  expect(inherited.find(({ id }) => id === lead.person.id)?.workLimit).toBe(3);
  value(await work.setDefaultLimit(5));
});

test("a saved view is one's own unless an editor shares it", async () => {
  const [mine, shared] = [crypto.randomUUID(), crypto.randomUUID()];
  const views = reviewer.ports.claimViews;
  const own = { id: mine, name: "Late ones", query: "due=overdue", shared: false };
  value(await views.save(own));
  value(await views.save(own));
  value(await editor.ports.claimViews.save({ ...own, id: shared, name: "All", shared: true }));
  expect((await views.list()).map(({ id }) => id).toSorted()).toEqual([mine, shared].toSorted());
  expect((await editor.ports.claimViews.list()).map(({ id }) => id)).toEqual([shared]);
  expect(await reader.ports.claimViews.list()).toEqual([]);

  const refused = await views.save({ ...own, id: crypto.randomUUID(), shared: true });
  expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect(await views.remove(shared)).toMatchObject({ ok: false, error: { kind: "not_found" } });
  value(await views.remove(mine));
  const { error } = await reviewer.supabase
    .from("claim_views")
    .insert({ id: mine, owner: reviewer.person.id, name: "x", query: "" });
  expect(error?.code).toBe("42501");
});
