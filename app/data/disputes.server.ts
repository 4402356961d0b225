import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { DisputeStore } from "~/commands/ports";
import type { DisputeRemark, DisputeVote } from "~/domain/review/dispute";
import { fail, ok } from "~/domain/result";
import { disputeWays } from "~/domain/review/review-rules";
import { ratings } from "~/domain/verdict/rating";

import { refusalOf, rowsOf } from "./refusals.server";

const voteRow = z
  .object({
    id: z.string(),
    version_id: z.string(),
    round: z.number(),
    by: z.string(),
    rating: z.enum(ratings),
    reason: z.string(),
    may_publish: z.boolean(),
    cast_at: z.string(),
  })
  .transform(({ version_id, may_publish, cast_at, ...row }): DisputeVote => ({
    ...row,
    versionId: version_id,
    mayPublish: may_publish,
    castAt: cast_at,
  }));

const remarkRow = z
  .object({
    id: z.string(),
    version_id: z.string(),
    by: z.string(),
    text: z.string(),
    at: z.string(),
  })
  .transform(({ version_id, ...row }): DisputeRemark => ({ ...row, versionId: version_id }));

const progress = z.object({
  round: z.number(),
  cast: z.number(),
  voted: z.boolean(),
  way: z.enum(disputeWays),
  voters: z.number(),
});

/** More than any dispute has; the oldest are shown. */
const most = 500;

/** Row-level security keeps votes from those who have yet to cast theirs, and all of it from who may not read the review. */
export const disputeStore = (supabase: SupabaseClient): DisputeStore => ({
  async votes(claimId) {
    const rows = await supabase
      .from("dispute_votes")
      .select("id, version_id, round, by, rating, reason, may_publish, cast_at")
      .eq("claim_id", claimId)
      .order("cast_at")
      .limit(most);
    return z.array(voteRow).parse(rowsOf(rows));
  },

  async remarks(claimId) {
    const rows = await supabase
      .from("dispute_remarks")
      .select("id, version_id, by, text, at")
      .eq("claim_id", claimId)
      .order("at")
      .limit(most);
    return z.array(remarkRow).parse(rowsOf(rows));
  },

  async progress(claimId) {
    const { data, error } = await supabase.rpc("dispute_progress", { p_claim: claimId });
    if (error) throw new Error(error.message, { cause: error });
    return progress.nullable().parse(data);
  },

  async remark({ claimId, remarkId, text }) {
    const { error } = await supabase.rpc("remark_on_dispute", {
      p_claim: claimId,
      p_id: remarkId,
      p_text: text,
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
