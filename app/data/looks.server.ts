import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { LookStore } from "~/commands/ports";
import { fail, ok } from "~/domain/result";
import type { LaneLooks, Looks } from "~/domain/review/last-look";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const lookRow = z
  .object({
    n: z.number().int(),
    at: instant,
    before_n: z.number().int().nullable(),
    before_at: instant.nullable(),
  })
  .transform((row): Looks => ({
    last: { n: row.n, at: row.at },
    before:
      row.before_n === null || row.before_at === null
        ? null
        : { n: row.before_n, at: row.before_at },
  }));

const laneRow = z
  .object({ at: instant, before_at: instant.nullable() })
  .transform(({ at, before_at }): LaneLooks => ({ at, before: before_at }));

/** Row-level security shows people their own looks only, and none to a second reviewer who has not decided. */
export const lookStore = (supabase: SupabaseClient): LookStore => ({
  async of(claimId) {
    const rows = await supabase
      .from("review_looks")
      .select("n, at, before_n, before_at")
      .eq("claim_id", claimId)
      .limit(1);
    return z.array(lookRow).parse(rowsOf(rows))[0] ?? null;
  },

  async inLane(claimId) {
    const rows = await supabase
      .from("approval_looks")
      .select("at, before_at")
      .eq("claim_id", claimId)
      .limit(1);
    return z.array(laneRow).parse(rowsOf(rows))[0] ?? null;
  },

  async noteInLane(claimId) {
    const { error } = await supabase.rpc("note_approval_look", { p_claim: claimId });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
