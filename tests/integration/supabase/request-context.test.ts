import { afterAll, beforeAll, expect, test } from "vitest";

import { startDesk, type TestDesk } from "../../support/desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

// What lite would say of a call besides, and what a function could answer with it, is left out on purpose.
test("no function reads what was called, or answers by a setting", async () => {
  const found = await desk.sql`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'app_private')
      and p.prosrc ~ '(request\\.(method|path|headers|cookies)|response\\.(status|headers))'`;
  expect([...found]).toEqual([]);
});
