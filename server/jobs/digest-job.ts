import type { Sql } from "postgres";
import { z } from "zod";

import { digestMail } from "~/domain/notification/mail";

import type { MailTools } from "./mail-job";
import type { NewJob } from "./queue";
import { addresseeOf, toldRows } from "./told-rows";

const input = z.object({ personId: z.string(), day: z.string(), id: z.string() });
const due = z.array(z.object({ person_id: z.string(), day: z.string(), id: z.string() }));

/** A job for each person for whom something waits and who has had no digest today, once the hour has come. */
export async function digestsDue(sql: Sql, now: Date): Promise<NewJob[]> {
  const rows = await sql`
    select d.person as person_id, t.day::text, md5(d.person::text || t.day::text)::uuid as id
      from app_private.digests_due(${now}) as d (person),
        (select (${now}::timestamptz at time zone 'UTC')::date as day) t`;
  return due
    .parse(rows)
    .map(({ person_id: personId, day, id }) => ({ id, data: { personId, day, id } }));
}

/** Sends what waits for one person as the digest of one day, unless that was sent. */
export async function sendDigest(tools: MailTools, data: unknown): Promise<void> {
  const { personId, day, id } = input.parse(data);
  await tools.sql.begin(async (sql) => {
    const [lock] = await sql`select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as mine`;
    if (lock?.["mine"] !== true) throw new Error("Another worker is sending this digest");
    const [noted] = await sql`
      insert into app_private.digests (person_id, day) values (${personId}, ${day})
        on conflict do nothing returning day`;
    if (noted === undefined) return;
    const waiting = await sql<{ id: string }[]>`
      select id from public.notifications
        where person_id = ${personId} and mail = 'digest' and mailed_at is null order by seq limit 200`;
    const told = await toldRows(
      sql,
      waiting.map((row) => row.id),
    );
    const to = await addresseeOf(sql, personId);
    if (to !== null && told.length > 0) {
      await tools.post.send(digestMail({ id, to, site: tools.site }, told));
    }
    // What they may not learn yet waits for another day.
    const sent = told.map((one) => one.id);
    await sql`update public.notifications set mailed_at = clock_timestamp() where id = any (${sent}::uuid[])`;
  });
}
