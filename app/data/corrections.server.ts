import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { CorrectionStore } from "~/commands/ports";
import type { Refusal } from "~/domain/refusal";
import { revisionKinds } from "~/domain/report/correction/kinds";
import { fail, ok, type Result } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const choiceRow = z.object({ kind: z.enum(revisionKinds) });
const requestRow = z
  .object({ by: z.string(), reason: z.string(), at: z.string() })
  .transform(({ by: byId, ...rest }) => ({ byId, ...rest }));
const mendRow = z
  .object({ wrong: z.string(), right_words: z.string(), signed_at: z.string() })
  .transform(({ wrong, right_words: right, signed_at: at }) => ({ wrong, right, at }));

/** As many as a page shows of each; a verdict has a handful at most. */
const most = 50;

export function correctionStore(supabase: SupabaseClient): CorrectionStore {
  const answered = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
    error ? fail(refusalOf(error)) : ok(null);
  return {
    async standing(claimId) {
      const [choices, requests, mends, submitted] = await Promise.all([
        supabase
          .from("correction_choices")
          .select("kind")
          .eq("claim_id", claimId)
          .order("id", { ascending: false })
          .limit(1),
        supabase
          .from("retraction_requests")
          .select("by, reason, at")
          .eq("claim_id", claimId)
          .is("ended_at", null)
          .order("at")
          .limit(most),
        supabase
          .from("typo_mends")
          .select("wrong, right_words, signed_at")
          .eq("claim_id", claimId)
          .order("signed_at")
          .limit(most),
        supabase
          .from("verdict_versions")
          .select("submitted_at")
          .eq("claim_id", claimId)
          .eq("origin", "submission")
          .order("number", { ascending: false })
          .limit(1),
      ]);
      const [last] = z.array(z.object({ submitted_at: z.string() })).parse(rowsOf(submitted));
      return {
        kind: z.array(choiceRow).parse(rowsOf(choices))[0]?.kind ?? null,
        retractions: z.array(requestRow).parse(rowsOf(requests)),
        mends: z
          .array(mendRow)
          .parse(rowsOf(mends))
          .filter(({ at }) => last === undefined || at > last.submitted_at),
      };
    },

    chooseKind: async (claimId, kind) =>
      answered(
        await supabase.rpc("choose_correction_kind", { ...{ p_claim: claimId, p_kind: kind } }),
      ),
    askRetraction: async (claimId, reason) =>
      answered(await supabase.rpc("ask_retraction", { p_claim: claimId, p_reason: reason })),
    takeBackRetraction: async (claimId) =>
      answered(await supabase.rpc("take_back_retraction", { p_claim: claimId })),
  };
}
