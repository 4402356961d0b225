import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { DisputeStandings } from "~/commands/ports/dispute-standings";
import { disputeWays } from "~/domain/review/review-rules";

import { rowsOf } from "./refusals.server";

const rows = z.array(
  z.object({
    claim_id: z.string(),
    way: z.enum(disputeWays),
    voted: z.boolean(),
    voters: z.number(),
  }),
);

export const disputeStandings = (supabase: SupabaseClient): DisputeStandings => ({
  async of(claimIds) {
    if (claimIds.length === 0) return new Map();
    const found = await supabase.rpc("dispute_standings", { p_claims: [...claimIds] });
    return new Map(
      rows.parse(rowsOf(found)).map(({ claim_id, ...standing }) => [claim_id, standing]),
    );
  },
});
