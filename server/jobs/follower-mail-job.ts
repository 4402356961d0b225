import type { Sql } from "postgres";
import { z } from "zod";

import { changeMail, confirmationMail } from "~/domain/notification/follower-mail";
import { correctionKinds } from "~/domain/report/correction/kinds";
import { changeKinds } from "~/domain/report/publication";

import type { MailTools } from "./mail-job";
import type { JobQueue } from "./queue";

export const followerMailKind = "follower-mail";

const input = z.object({ mailId: z.string() });

/** Mails handed to the queue at once. */
const handful = 200;

const row = z.object({
  address: z.string(),
  secret: z.string(),
  is_confirmed: z.boolean(),
  slug: z.string(),
  short_claim: z.string(),
  change: z
    .object({
      kind: z.enum(changeKinds),
      reason: z.string(),
      at: z.string(),
      correction: z.enum(correctionKinds).nullable(),
    })
    .nullable(),
});

/**
 * Sends one mail to a reader who follows a verdict, unless it was sent. Nobody who has not confirmed is told of a change, and
 * nobody who has is asked again. Where the reader has left, there is nothing any more.
 */
export async function sendFollowerMail(tools: MailTools, data: unknown): Promise<void> {
  const { mailId: id } = input.parse(data);
  await tools.sql.begin(async (sql) => {
    const [lock] = await sql`select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as mine`;
    if (lock?.["mine"] !== true) throw new Error("Another worker is sending this mail");
    const [found] = await sql`
      select f.address, f.secret, f.confirmed_at is not null as is_confirmed, v.slug, v.short_claim,
        case when c.id is not null then jsonb_build_object('kind', c.kind, 'reason', c.reason, 'at', c.at,
          'correction', c.correction) end as change
        from public.follower_mails m join public.verdict_followers f on f.id = m.follower_id
        join lateral (select p.slug, p.short_claim from public.published_verdicts p where p.claim_id = f.claim_id
          order by p.number desc limit 1) v on true
        left join public.published_changes c on c.id = m.change_id
        where m.id = ${id} and m.mailed_at is null and m.at > now() - interval '7 days'`;
    if (found === undefined) return;
    const { address, secret, is_confirmed, slug, short_claim, change } = row.parse(found);
    const letter = { id, address, secret, slug, shortClaim: short_claim, site: tools.site };
    const mail =
      change === null
        ? !is_confirmed && confirmationMail(letter)
        : is_confirmed && changeMail(letter, change);
    if (mail !== false) {
      await tools.post.send(mail).catch((error: unknown) => {
        // Nobody at the desk reads addresses, also not where a mail server names one in its refusal.
        throw new Error(String(error).replaceAll(address, "…"));
      });
    }
    await sql`update public.follower_mails set mailed_at = clock_timestamp() where id = ${id}`;
  });
}

/** Makes a job of each mail to followers that waits; a job has the id of its mail, so that none is made twice. */
export async function handOverFollowerMails(sql: Sql, queue: JobQueue): Promise<void> {
  for (;;) {
    const rows = await sql<{ id: string }[]>`
      select id from public.follower_mails where queued_at is null order by at limit ${handful}`;
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await queue.send(
      followerMailKind,
      ids.map((id) => ({ id, data: { mailId: id } })),
    );
    await sql`update public.follower_mails set queued_at = clock_timestamp() where id = any (${ids}::uuid[])`;
  }
}

/** Forgets who did not confirm in time. */
export async function dropStaleFollowers(sql: Sql, now: Date): Promise<void> {
  await sql`select app_private.drop_stale_followers(${now})`;
}
