import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { MentionStore, UnseenMention } from "~/commands/ports";

import { rowsOf } from "./refusals.server";

const mentionRow = z
  .object({
    outcome: z.enum(["", "accepted", "declined"]),
    claim_id: z.string(),
    comment_id: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .transform((row): UnseenMention => ({
    kind: row.outcome === "" ? "mentioned" : row.outcome,
    claimId: row.claim_id,
    commentId: row.comment_id,
    by: row.by,
    at: new Date(row.at).toISOString(),
  }));

/** More than anybody reads at once; the rest follows when these are seen. */
const mostAtOnce = 50;

/** Row-level security shows people their own mentions only, and none to a second reviewer who has not decided. */
export function mentionStore(supabase: SupabaseClient): MentionStore {
  return {
    async unseen() {
      const rows = await supabase
        .from("review_mentions")
        .select("outcome, claim_id, comment_id, by, at")
        .is("seen_at", null)
        .order("at", { ascending: false })
        .limit(mostAtOnce);
      return z.array(mentionRow).parse(rowsOf(rows));
    },

    async see(claimId) {
      const { error } = await supabase.rpc("see_mentions", { p_claim: claimId });
      if (error) throw new Error(error.message, { cause: error });
    },
  };
}
