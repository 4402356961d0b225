import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { clearVerdict } from "~/commands/clear-verdict";
import type { PageMark } from "~/domain/page-mark";
import type { LaneItem, LanePart } from "~/domain/review/clearance";

import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { generateDesk } from "../../support/generated-desk";
import { generateHistory } from "../../support/generated-history";

let desk: TestDesk;
let editor: Actor;
let reviewer: Actor;
let reader: Actor;

beforeAll(async () => {
  desk = await startDesk();
  await generateDesk(desk.sql, { people: 6, articles: 12, claims: 300 });
  await generateHistory(desk.sql);
  [editor, reviewer, reader] = await Promise.all([
    desk.join("editor"),
    desk.join("reviewer"),
    desk.join("reader"),
  ]);
});
afterAll(() => desk.stop());

/** Every row of a list, page by page. */
async function walk<Row>(
  page: (after: PageMark | null) => Promise<{ rows: Row[]; next: PageMark | null }>,
  size: number,
): Promise<Row[]> {
  const all: Row[] = [];
  let after: PageMark | null = null;
  do {
    const { rows, next } = await page(after);
    expect(rows.length).toBeLessThanOrEqual(size);
    all.push(...rows);
    after = next;
  } while (after !== null);
  return all;
}

const lane = (actor: Actor, part: LanePart, size: number) =>
  walk(async (after) => {
    const { items, next } = await actor.ports.approvals.lane(part, { after, size });
    return { rows: items, next };
  }, size);
const claimIds = (items: readonly LaneItem[]) => items.map(({ claimId }) => claimId);

describe("the approval lane", () => {
  it("has every approved claim on one page, the longest waiting first, then what is cleared", async () => {
    const expected = await desk.sql<{ id: string }[]>`
      select id from public.claims where state = 'approved' order by state_since, id`;
    const order = expected.map(({ id }) => id);
    expect(claimIds(await lane(editor, "waiting", 7))).toEqual(order);

    const [, second, , fourth] = await lane(editor, "waiting", 50);
    for (const item of [fourth, second]) {
      if (!item) throw new Error("Too few are approved");
      const [version] = (await editor.ports.reviews.record(item.claimId)).versions;
      value(
        await clearVerdict(editor.ports, editor.person, {
          claimId: item.claimId,
          version: item.version,
          contentHash: version?.contentHash ?? "",
        }),
      );
    }
    const cleared = [second?.claimId, fourth?.claimId];
    const waiting = order.filter((id) => !cleared.includes(id));
    expect(claimIds(await lane(editor, "cleared", 1))).toEqual(cleared);
    expect(claimIds(await lane(editor, "waiting", 10))).toEqual(waiting);
    const { total } = await editor.ports.approvals.lane("waiting", { after: null, size: 1 });
    expect(total).toBe(waiting.length);

    const whole = [...waiting, ...cleared];
    const middle = whole[Math.floor(whole.length / 2)] ?? "";
    const place = await editor.ports.approvals.around(middle);
    expect(place).toMatchObject({ at: whole.indexOf(middle) + 1, of: whole.length });
    const near = claimIds(place.items);
    const at = near.indexOf(middle);
    expect([near[0], near[at - 1], near[at + 1]]).toEqual([
      whole[0],
      whole[whole.indexOf(middle) - 1],
      whole[whole.indexOf(middle) + 1],
    ]);
    expect(claimIds(await editor.ports.approvals.these([middle, crypto.randomUUID()]))).toEqual([
      middle,
    ]);
  });

  it("is empty for others, however they ask", async () => {
    const [{ id } = { id: "" }] = await desk.sql<{ id: string }[]>`
      select id from public.claims where state = 'approved' limit 1`;
    for (const { ports } of [reviewer, reader]) {
      expect(await ports.approvals.lane("waiting", { after: null, size: 9 })).toMatchObject({
        items: [],
        total: 0,
      });
      expect(await ports.approvals.these([id])).toEqual([]);
      expect(await ports.approvals.around(id)).toMatchObject({ at: 0, of: 0, items: [] });
    }
  });
});

describe("the articles", () => {
  const articles = (actor: Actor, text: string, size: number) =>
    walk((after) => actor.ports.articles.page(text, { after, size }), size);

  it("stand on pages, each once, with their claims counted", async () => {
    const all = await articles(editor, "", 5);
    const expected = await desk.sql<{ id: string; claims: number }[]>`
      select a.id, (select count(*)::int from public.claims c where c.article_id = a.id) as claims
      from public.articles a order by a.created_at desc, a.id desc`;
    expect(all.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    const counted = all.map(({ claims }) => Object.values(claims).reduce((sum, n) => sum + n, 0));
    expect(counted).toEqual(expected.map(({ claims }) => claims));
    expect(await articles(reader, "", 5)).toEqual([]);
  });

  it("are found by title and outlet, and signs of patterns are letters", async () => {
    const all = await articles(editor, "", 50);
    const outlet = all.find((one) => one.outlet !== null)?.outlet ?? "";
    const found = await articles(editor, ` ${outlet.toUpperCase()} `, 5);
    expect(found.map(({ id }) => id)).toEqual(
      all.filter((one) => one.outlet === outlet).map(({ id }) => id),
    );
    for (const text of ["%", "_", "\\"]) expect(await articles(editor, text, 5)).toEqual([]);
  });

  it("to decide on are those with proposed or open claims", async () => {
    const { rows, total } = await editor.ports.articles.toTriage(3);
    const [{ articles, claims } = { articles: 0, claims: 0 }] = await desk.sql<
      { articles: number; claims: number }[]
    >`select count(distinct article_id)::int as articles, count(*)::int as claims
      from public.claims where state in ('proposed', 'open')`;
    expect(rows).toHaveLength(3);
    expect(total).toBe(articles);
    const every = await editor.ports.articles.toTriage(100);
    expect(every.rows.reduce((sum, { proposed, open }) => sum + proposed + open, 0)).toBe(claims);
  });
});

it("counts what people have in hand as one would count it for each", async () => {
  const { people } = await editor.ports.work.inHand();
  const expected = await desk.sql`
    select p.id,
      (select count(*)::int from public.claims c where c.lead_id = p.id and c.state = 'in_review') as leads,
      (select count(*)::int from public.claims c
        where c.second_id = p.id and c.state in ('in_review', 'second_review')) as seconds
    from public.profiles p order by p.id`;
  const shown = people.map(({ id, leads, seconds }) => ({ id, leads, seconds }));
  expect(shown.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
    expected.filter(({ id }) => people.some((one) => one.id === id)),
  );
  expect(people.some(({ leads }) => leads > 0)).toBe(true);
  expect((await reviewer.ports.work.inHand()).people.map(({ id }) => id)).toEqual([
    reviewer.person.id,
  ]);
});

it("knows of many claims at once on which somebody has decided second", async () => {
  const decided = await desk.sql<{ id: string; by: string }[]>`
    select claim_id as id, "by" from public.second_verdicts limit 1`;
  const undecided = await desk.sql<{ id: string }[]>`
    select id from public.claims where state = 'second_review' limit 1`;
  const [{ id, by } = { id: "", by: "" }] = decided;
  const asked = [id, undecided[0]?.id ?? ""];
  expect(await editor.ports.reviews.revealedAmong(asked, by)).toEqual(new Set([id]));
});

it("says since when a claim stands in its state, whatever else is done to it", async () => {
  const { claim } = await desk.newClaim(editor);
  const since = async () =>
    (await desk.sql`select state_since::text as at from public.claims where id = ${claim.id}`)[0]?.[
      "at"
    ];
  const before = await since();
  await desk.sql`update public.claims set priority = 'high' where id = ${claim.id}`;
  expect(await since()).toBe(before);
  await desk.sql`update public.claims set state = 'dismissed' where id = ${claim.id}`;
  expect(await since()).not.toBe(before);
});

it("a trail that is too long for a page keeps its newest entries, in their order", async () => {
  const { claim } = await desk.newClaim(editor);
  await desk.sql`select app_private.record_audit(null, 'claim.noted', 'claim', ${claim.id},
    jsonb_build_object('number', n)) from generate_series(1, 510) n`;
  const events = await editor.ports.audit.of("claim", claim.id);
  expect(events.at(-1)?.payload).toEqual({ number: 510 });
  expect(events.map(({ seq }) => seq)).toEqual(
    events.map(({ seq }) => seq).toSorted((a, b) => a - b),
  );
});
