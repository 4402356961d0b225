import type { Sql } from "postgres";
import { z } from "zod";

import { notificationMail } from "~/domain/notification/mail";

import type { Post } from "../mail";
import { addresseeOf, toldRows } from "./told-rows";

const input = z.object({ notificationId: z.string() });
const pendingRow = z.object({ person_id: z.string() });

/** What jobs that send mail work with. */
export interface MailTools {
  sql: Sql;
  post: Post;
  /** Where people reach the desk, without a trailing slash. */
  site: string;
}

/**
 * Sends one notification by e-mail, unless it was sent. Whoever is at it holds a lock of its id, so that no other worker
 * sends it meanwhile; a process that dies between the sending and the note of it leaves a mail that is sent again,
 * under the same Message-ID.
 */
export async function sendNotification(tools: MailTools, data: unknown): Promise<void> {
  const { notificationId: id } = input.parse(data);
  await tools.sql.begin(async (sql) => {
    const [lock] = await sql`select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as mine`;
    if (lock?.["mine"] !== true) throw new Error("Another worker is sending this mail");
    const [found] = await sql`
      select person_id from public.notifications
        where id = ${id} and mail = 'now' and mailed_at is null and at > now() - interval '7 days'`;
    if (found === undefined) return;
    const to = await addresseeOf(sql, pendingRow.parse(found).person_id);
    const [told] = await toldRows(sql, [id]);
    // Who may not learn it now, or has no address, gets no mail; in the app it stands once they may.
    if (to !== null && told !== undefined) {
      await tools.post.send(notificationMail({ id, to, site: tools.site }, told));
    }
    await sql`update public.notifications set mailed_at = clock_timestamp() where id = ${id}`;
  });
}
