import type { TransactionSql } from "postgres";
import { z } from "zod";

import type { MailedNotification } from "~/domain/notification/mail";
import { notificationKinds } from "~/domain/notification/rules";

const toldRow = z
  .object({
    id: z.string(),
    kind: z.enum(notificationKinds),
    claim_id: z.string(),
    comment_id: z.string().nullable(),
    due_on: z.string().nullable(),
    note: z.string().nullable(),
    at: z.date(),
    statement: z.string(),
    by_name: z.string().nullable(),
  })
  .transform((row): MailedNotification & { id: string } => ({
    id: row.id,
    kind: row.kind,
    claimId: row.claim_id,
    commentId: row.comment_id,
    dueOn: row.due_on,
    note: row.note,
    at: row.at.toISOString(),
    statement: row.statement,
    byName: row.by_name,
  }));

/** Notifications with what their words need, of those that the person may learn at this moment. */
export async function toldRows(sql: TransactionSql, ids: readonly string[]) {
  const rows = await sql`
    select n.id, n.kind, n.claim_id, n.comment_id, n.due_on::text, n.note, n.at, c.statement, p.name as by_name
      from public.notifications n
      join public.claims c on c.id = n.claim_id
      left join public.profiles p on p.id = n.by
      where n.id = any (${ids as string[]}::uuid[]) and app_private.may_be_told(n.person_id, n.kind, n.claim_id)
      order by n.seq`;
  return z.array(toldRow).parse(rows);
}

const addressee = z.object({ name: z.string(), address: z.string() });

/** Where a person gets e-mail; null for somebody without an address, and for an account that is closed. */
export async function addresseeOf(sql: TransactionSql, personId: string) {
  const [row] = await sql`
    select p.name, u.email as address from public.profiles p join auth.users u on u.id = p.id
      where p.id = ${personId} and u.email is not null
        -- Read by name, because the embedded server has not all of the hosted one's columns.
        and to_jsonb(u) ->> 'deleted_at' is null
        and coalesce((to_jsonb(u) ->> 'banned_until')::timestamptz, '-infinity') < now()`;
  return row === undefined ? null : addressee.parse(row);
}
