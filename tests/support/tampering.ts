import type postgres from "postgres";

/**
 * How far somebody goes who changes the trail behind the application's back: the rows alone; also the hash of the row that
 * was changed; or everything after it, so that the chain fits again and its head too.
 */
export const depths = ["row", "own_hash", "all_after"] as const;
export type Depth = (typeof depths)[number];

type Sql = postgres.ISql;

/** Functions that do to the trail and to the log what their triggers did when entries were made. */
export async function prepareTampering(sql: Sql): Promise<void> {
  await sql`
    create function public.tamper_rehash(p_from bigint, p_to bigint) returns void language plpgsql as $$
    declare
      e public.audit_events;
      before bytea := coalesce((select hash from public.audit_events where seq = p_from - 1), decode(repeat('00', 32), 'hex'));
    begin
      for e in select * from public.audit_events where seq between p_from and p_to order by seq loop
        e.entry := jsonb_build_object('v', 1, 'seq', e.seq,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actor', e.actor, 'action', e.action,
          'entity', e.entity, 'entity_id', e.entity_id, 'payload', e.payload, 'prev', encode(before, 'hex'))::text;
        e.hash := sha256('\\x00'::bytea || convert_to(e.entry, 'UTF8'));
        update public.audit_events set entry = e.entry, prev_hash = before, hash = e.hash where seq = e.seq;
        before := e.hash;
      end loop;
    end $$`;
  await sql`
    create function public.tamper_relog(p_index bigint) returns void language plpgsql as $$
    declare
      e public.log_entries;
      was jsonb;
    begin
      select * into e from public.log_entries where index = p_index;
      was := e.entry::jsonb;
      e.entry := app_private.canonical_json(was || jsonb_build_object('index', e.index, 'kind', e.kind, 'claim', e.claim,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'publication', e.publication,
        'recordHash', encode(sha256(convert_to(e.record, 'UTF8')), 'hex')));
      update public.log_entries set entry = e.entry,
        hash = encode(sha256('\\x00'::bytea || convert_to(e.entry, 'UTF8')), 'hex') where index = p_index;
    end $$`;
}

/** Makes hashes fit again, as far as this depth goes, from the entry that was changed on. */
export async function coverUp(sql: Sql, from: number, depth: Depth): Promise<void> {
  if (depth === "row") return;
  const [last] = await sql<{ seq: number }[]>`select max(seq)::int as seq from public.audit_events`;
  const to = depth === "own_hash" ? from : (last?.seq ?? 0);
  await sql`select public.tamper_rehash(${from}, ${to})`;
  if (depth === "all_after") {
    await sql`update app_private.audit_head h set (seq, hash) = (
      select e.seq, e.hash from public.audit_events e order by e.seq desc limit 1)`;
  }
}

/** Moves entries of the trail up or down from a number on. */
async function moveTrail(sql: Sql, from: number, by: 1 | -1): Promise<void> {
  await sql`update public.audit_events set seq = -(seq + ${by}) where seq >= ${from}`;
  await sql`update public.audit_events set seq = -seq where seq < 0`;
}

/** What can be done to the trail at an entry. */
export const trailTampers: Record<string, (sql: Sql, seq: number) => Promise<unknown>> = {
  edit: (sql, seq) =>
    sql`update public.audit_events set payload = payload || '{"reason":"another"}' where seq = ${seq}`,
  async delete(sql, seq) {
    await sql`delete from public.audit_events where seq = ${seq}`;
    await moveTrail(sql, seq + 1, -1);
  },
  async insert(sql, seq) {
    await moveTrail(sql, seq, 1);
    await sql`insert into public.audit_events
      select ${seq}, at, actor, 'claim.upheld', entity, entity_id, payload, entry, prev_hash, hash
        from public.audit_events where seq = ${seq + 1}`;
  },
  async reorder(sql, seq) {
    await sql`update public.audit_events set seq = -seq where seq in (${seq}, ${seq + 1})`;
    await sql`update public.audit_events set seq = ${2 * seq + 1} + seq where seq < 0`;
  },
  async duplicate(sql, seq) {
    await moveTrail(sql, seq + 1, 1);
    await sql`insert into public.audit_events
      select ${seq + 1}, at, actor, action, entity, entity_id, payload, entry, prev_hash, hash
        from public.audit_events where seq = ${seq}`;
  },
  truncate: (sql, seq) => sql`delete from public.audit_events where seq >= ${seq}`,
  "actor swap": (sql, seq) =>
    sql`update public.audit_events set actor = gen_random_uuid() where seq = ${seq}`,
  "time shift": (sql, seq) =>
    sql`update public.audit_events set at = at - interval '1 day' where seq = ${seq}`,
};

async function moveLog(sql: Sql, from: number, by: 1 | -1): Promise<void> {
  // Parked far away, since the numbers begin at 0.
  await sql`update public.log_entries set index = index + 1000000 + ${by} where index >= ${from}`;
  await sql`update public.log_entries set index = index - 1000000 where index >= 1000000`;
}

/** What can be done to the public log at an entry. */
export const logTampers: Record<string, (sql: Sql, index: number) => Promise<unknown>> = {
  edit: (sql, index) =>
    sql`update public.log_entries set record = replace(record, 'bridge', 'tunnel') where index = ${index}`,
  async delete(sql, index) {
    await sql`delete from public.log_entries where index = ${index}`;
    await moveLog(sql, index + 1, -1);
  },
  async insert(sql, index) {
    await moveLog(sql, index, 1);
    await sql`insert into public.log_entries
      select ${index}, at, kind, claim_id, claim, publication, replace(record, 'bridge', 'tunnel'), entry, hash
        from public.log_entries where index = ${index + 1}`;
  },
  async reorder(sql, index) {
    await sql`update public.log_entries set index = index + 1000000 where index in (${index}, ${index + 1})`;
    await sql`update public.log_entries set index = ${2 * index + 1} - (index - 1000000) where index >= 1000000`;
  },
  async duplicate(sql, index) {
    await moveLog(sql, index + 1, 1);
    await sql`insert into public.log_entries
      select ${index + 1}, at, kind, claim_id, claim, publication, record, entry, hash
        from public.log_entries where index = ${index}`;
  },
  truncate: (sql, index) => sql`delete from public.log_entries where index >= ${index}`,
  "time shift": (sql, index) =>
    sql`update public.log_entries set at = at - interval '1 day' where index = ${index}`,
};

/** As `coverUp`, for the log; cutting it, the deepest also takes away the checkpoints that tell of it. */
export async function coverUpLog(sql: Sql, from: number, depth: Depth): Promise<void> {
  if (depth === "row") return;
  const rows = await sql<{ index: number }[]>`
    select index::int from public.log_entries where index >= ${from}
      and (${depth === "all_after"} or index = ${from})`;
  for (const { index } of rows) await sql`select public.tamper_relog(${index})`;
  await sql`update app_private.log_head set size = (select count(*) from public.log_entries)`;
  if (depth === "all_after") {
    await sql`delete from public.log_checkpoints where size > (select count(*) from public.log_entries)`;
  }
}
