import { afterAll, beforeAll, expect, test } from "vitest";

import { offerCaptures } from "~/commands/offer-captures";
import { setReadOnly } from "~/commands/set-read-only";
import { publicStamps, type PagePlace } from "~/data/public-stamp.server";

import { openStamps } from "../../../server/http/readers/stamps";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { bringTo, cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let stampOf: (place: PagePlace) => Promise<string>;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  stampOf = publicStamps(serviceClient(desk.platform));
});
afterAll(() => desk.stop());

const verdictSlug = async (claimId: string): Promise<string> => {
  const [row] = await desk.sql<{ slug: string }[]>`
    select slug from public.published_verdicts where claim_id = ${claimId} limit 1`;
  return row?.slug ?? "";
};

async function placesOf({
  claimId,
  slug,
}: {
  claimId: string;
  slug: string;
}): Promise<PagePlace[]> {
  return [
    { kind: "site" },
    { kind: "report", slug },
    { kind: "verdict", slug: await verdictSlug(claimId) },
  ];
}

const stampsOf = (places: PagePlace[]) => Promise.all(places.map(stampOf));

/** How many of the stamps are others than before. */
async function changedBy(places: PagePlace[], work: () => Promise<unknown>): Promise<boolean[]> {
  const before = await stampsOf(places);
  await work();
  const after = await stampsOf(places);
  return after.map((stamp, n) => stamp !== before[n]);
}

test("whatever readers are told of a verdict changes the stamp of every page", async () => {
  const one = await newPublication(desk, people);
  const places = await placesOf(one);
  const everywhere = [true, true, true];
  expect(await changedBy(places, () => follow(people, one.claimId, "correct"))).toEqual(everywhere);
  expect(await changedBy(places, () => follow(people, one.claimId, "uphold"))).toEqual(everywhere);
  expect(await changedBy(places, () => publishCorrection(desk, people, one.claimId))).toEqual(
    everywhere,
  );
  expect(await changedBy(places, () => newPublication(desk, people))).toEqual(everywhere);
  expect(await changedBy(places, () => follow(people, one.claimId, "retract"))).toEqual(everywhere);
});

test("what only the pages of one report rest on changes their stamps alone", async () => {
  const [one, other] = [await newPublication(desk, people), await newPublication(desk, people)];
  const [site, ...places] = await placesOf(one);
  const others = (await placesOf(other)).slice(1);
  const all = [...(site ? [site] : []), ...places, ...others];
  const url = "https://source.example/minutes";
  const ofOne = [false, true, true, false, false];
  expect(
    await changedBy(
      all,
      () =>
        desk.sql`select app_private.ask_for_capture(${one.claimId}, ${url}, 'source.example', ${url})`,
    ),
  ).toEqual(ofOne);
  expect(
    await changedBy(
      all,
      () => desk.sql`
        insert into public.source_looks (capture_id, claim_id, looked_at, outcome)
        select id, claim_id, now(), 'gone' from public.captures where claim_id = ${one.claimId}`,
    ),
  ).toEqual(ofOne);
});

test("work on what is not published changes nothing, and settings of the desk do", async () => {
  const one = await newPublication(desk, people);
  const places = await placesOf(one);
  const work = await changedBy(places, async () => {
    const { claim } = await desk.newClaim(people.editor);
    await bringTo(desk, people, claim.id, "approved");
  });
  expect(work).toEqual([false, false, false]);

  const admin = await desk.join("admin");
  expect(
    await changedBy(places, async () => {
      value(await offerCaptures(admin.ports, admin.person, { offer: "always" }));
    }),
  ).toEqual([true, true, true]);
  expect(
    await changedBy(places, async () => {
      value(await setReadOnly(admin.ports, admin.person, { on: true, reason: "We move house" }));
    }),
  ).toEqual([true, true, true]);
  value(await setReadOnly(admin.ports, admin.person, { on: false, reason: "We are there" }));
});

test("a connection of its own is told the same", async () => {
  const stamps = openStamps(desk.platform.databaseUrl, serviceClient(desk.platform));
  const places: PagePlace[] = [
    ...(await placesOf(await newPublication(desk, people))),
    { kind: "verdict", slug: "there-is-none" },
  ];
  for (const place of places) expect(await stamps.of(place)).toBe(await stampOf(place));
  await stamps.end();
});

test("a change that is taken back, and one that is not over, are none", async () => {
  const one = await newPublication(desk, people);
  const places = await placesOf(one);
  const before = await stampsOf(places);
  await desk.sql
    .begin(async (sql) => {
      await sql`update public.desk_settings set capture_offer = 'lost'`;
      expect(await stampsOf(places)).toEqual(before);
      throw new Error("taken back");
    })
    .catch(() => undefined);
  expect(await stampsOf(places)).toEqual(before);
});

test("whatever the public may read has a stamp, or a reason for none", async () => {
  /** Read by machines alone, whose answers are never kept. */
  const without = ["log_entries", "log_texts", "log_checkpoints"];
  const rows = await desk.sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')
      and has_table_privilege('anon', c.oid, 'select')
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'stamp_%')
    order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(without.toSorted());
});
