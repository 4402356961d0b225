import type postgres from "postgres";

import { median } from "../collab/statistics";

export interface AppendRate {
  /** How many connections insert at once. */
  connections: number;
  /** Inserts a second. */
  chained: number;
  bare: number;
  /** The one as a part of the other, at the median of the turns. */
  share: number;
}

const turns = 10;

/**
 * How fast the trail takes entries, and how fast a table with the same columns, indexes and refusals does that has no chain.
 * The two take turns, so that what else the machine does falls on both.
 */
export async function appendRates(sql: postgres.Sql, inserts: number): Promise<AppendRate[]> {
  await sql`create table public.bare_events (like public.audit_events including all)`;
  await sql`alter table public.bare_events alter column seq add generated always as identity`;
  const row = sql`now(), gen_random_uuid(), 'claim.assigned', 'claim', gen_random_uuid()::text,
    '{"lead":"Lena","second":"Sam","capacity":"editor"}'::jsonb`;
  const chained = () => sql`
    insert into public.audit_events (seq, at, actor, action, entity, entity_id, payload, entry, prev_hash, hash)
    select 0, ${row}, '', '', ''`;
  const bare = () => sql`
    insert into public.bare_events (at, actor, action, entity, entity_id, payload, entry, prev_hash, hash)
    select ${row}, repeat('x', 400), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')`;
  const rates: AppendRate[] = [];
  for (const connections of [1, 4]) {
    const each = Math.ceil(inserts / turns);
    await Promise.all([rate(chained, 100, connections), rate(bare, 100, connections)]);
    const measured: { chained: number; bare: number }[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      measured.push({
        chained: await rate(chained, each, connections),
        bare: await rate(bare, each, connections),
      });
    }
    rates.push({
      connections,
      chained: median(measured.map((it) => it.chained)),
      bare: median(measured.map((it) => it.bare)),
      share: median(measured.map((it) => it.chained / it.bare)),
    });
  }
  return rates;
}

async function rate(
  insert: () => PromiseLike<unknown>,
  inserts: number,
  connections: number,
): Promise<number> {
  let left = inserts;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) await insert();
    }),
  );
  return inserts / ((performance.now() - started) / 1000);
}
