import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { verifyTrail } from "../../../server/cli/verify-trail";
import { startDesk, type TestDesk } from "../../support/desk";
import { bringTo, cast } from "../../support/review-steps";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
  const people = await cast(desk);
  const { claim } = await desk.newClaim(people.editor);
  await bringTo(desk, people, claim.id, "approved");
  await desk.sql`create table public.untouched as select * from public.audit_events`;
});
afterAll(() => desk.stop());

/** Each test starts from the honest trail, put back behind the application's back. */
beforeEach(async () => {
  await behindTheBack((sql) => sql`delete from public.audit_events`);
  await behindTheBack((sql) => sql`insert into public.audit_events select * from public.untouched`);
});

type Sql = TestDesk["sql"];

async function behindTheBack(change: (sql: Sql) => ReturnType<Sql>): Promise<void> {
  await desk.sql`alter table public.audit_events disable trigger all`;
  await change(desk.sql);
  await desk.sql`alter table public.audit_events enable trigger all`;
}

const verify = () => verifyTrail(desk.sql);

test("an honest trail holds to its last entry", async () => {
  const [row] = await desk.sql<{ n: number }[]>`select count(*)::int as n from public.audit_events`;
  expect(await verify()).toMatchObject({ checked: row?.n, fault: null });
});

const tampers: [string, number, (sql: Sql) => ReturnType<Sql>][] = [
  ["an action edited", 3, (sql) => sql`update public.audit_events set action = 'x' where seq = 3`],
  [
    "a payload edited",
    4,
    (sql) => sql`update public.audit_events set payload = '{"reason":"other"}' where seq = 4`,
  ],
  [
    "the hashed text edited",
    2,
    (sql) =>
      sql`update public.audit_events set entry = replace(entry, 'claim', 'clam') where seq = 2`,
  ],
  [
    "the hashed text made no entry",
    2,
    (sql) => sql`update public.audit_events set entry = 'nonsense' where seq = 2`,
  ],
  [
    "another person named",
    2,
    (sql) => sql`update public.audit_events set actor = gen_random_uuid() where seq = 2`,
  ],
  [
    "a time moved",
    5,
    (sql) => sql`update public.audit_events set at = at - interval '1 day' where seq = 5`,
  ],
  ["an entry deleted", 3, (sql) => sql`delete from public.audit_events where seq = 3`],
  [
    "an entry re-hashed without its followers",
    3,
    (sql) => sql`update public.audit_events set entry = replace(entry, 'claim', 'clam'),
      action = replace(action, 'claim', 'clam'), entity = replace(entity, 'claim', 'clam'),
      hash = sha256('\\x00'::bytea || convert_to(replace(entry, 'claim', 'clam'), 'UTF8')) where seq = 2`,
  ],
];

test.each(tampers)("%s is found at entry %i", async (_what, seq, change) => {
  await behindTheBack(change);
  const { fault } = await verify();
  expect(fault?.seq).toBe(seq);
});

test("the last entry taken away is found by the head that is kept beside the trail", async () => {
  const { checked } = await verify();
  await behindTheBack((sql) => sql`delete from public.audit_events where seq = ${checked}`);
  expect((await verify()).fault?.seq).toBe(checked);
});
