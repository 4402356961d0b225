import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { NotificationStore, UnseenMention } from "~/commands/ports";
import type { Notification } from "~/domain/notification/notification";
import { channels, notificationKinds } from "~/domain/notification/rules";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf, StoreError } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const notificationRow = z
  .object({
    id: z.string(),
    seq: z.coerce.number().int(),
    kind: z.enum(notificationKinds),
    claim_id: z.string(),
    by: z.string().nullable(),
    comment_id: z.string().nullable(),
    due_on: z.string().nullable(),
    note: z.string().nullable(),
    at: instant,
    read_at: instant.nullable(),
  })
  .transform((row): Notification => ({
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    claimId: row.claim_id,
    by: row.by,
    commentId: row.comment_id,
    dueOn: row.due_on,
    note: row.note,
    at: row.at,
    readAt: row.read_at,
  }));
const columns = Object.keys(notificationRow.in.shape).join(", ");

const mentionKinds = {
  mentioned: "mentioned",
  proposal_accepted: "accepted",
  proposal_declined: "declined",
} as const;
const mentionRow = z
  .object({
    kind: z.enum(["mentioned", "proposal_accepted", "proposal_declined"]),
    claim_id: z.string(),
    comment_id: z.string(),
    by: z.string(),
    at: instant,
  })
  .transform((row): UnseenMention => ({
    kind: mentionKinds[row.kind],
    claimId: row.claim_id,
    commentId: row.comment_id,
    by: row.by,
    at: row.at,
  }));
const setting = z.object({ kind: z.enum(notificationKinds), channel: z.enum(channels) });

/** More than anybody reads at once; the rest follows when these are seen. */
const mostMentions = 50;

/**
 * Row-level security shows people their own notifications only, and to a second reviewer who has not decided none that
 * would tell them something of the verdict.
 */
export function notificationStore(supabase: SupabaseClient): NotificationStore {
  const run = async (name: string, args: Record<string, unknown>) => {
    const { error } = await supabase.rpc(name, args);
    if (error) throw new StoreError(error);
  };
  return {
    async page(most, before) {
      const all = supabase.from("notifications").select(columns).eq("in_app", true);
      const rows = await (before === null ? all : all.lt("seq", before))
        .order("seq", { ascending: false })
        .limit(most);
      return z.array(notificationRow).parse(rowsOf(rows));
    },

    async unseenMentions() {
      const rows = await supabase
        .from("notifications")
        .select("kind, claim_id, comment_id, by, at")
        .in("kind", Object.keys(mentionKinds))
        .is("read_at", null)
        .order("seq", { ascending: false })
        .limit(mostMentions);
      return z.array(mentionRow).parse(rowsOf(rows));
    },

    async newestUnreadOf(claimId) {
      const rows = await supabase
        .from("notifications")
        .select("seq")
        .eq("claim_id", claimId)
        .is("read_at", null)
        .order("seq", { ascending: false })
        .limit(1);
      const [newest] = z.array(z.object({ seq: z.coerce.number().int() })).parse(rowsOf(rows));
      return newest?.seq ?? null;
    },

    see: (id) => run("see_notification", { p_id: id }),
    seeThoseOf: (claimId) => run("see_notifications_of", { p_claim: claimId }),
    seeUpTo: (seq) => run("see_notifications_to", { p_seq: seq }),

    async channels() {
      const rows = await supabase.from("notification_settings").select("kind, channel");
      return z.array(setting).parse(rowsOf(rows));
    },

    async setChannels(settings) {
      const { error } = await supabase.rpc("set_notification_channels", { p_channels: settings });
      return error ? fail(refusalOf(error)) : ok(null);
    },
  };
}
