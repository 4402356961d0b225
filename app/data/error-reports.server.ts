import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ErrorReportStore } from "~/commands/ports";
import type { ErrorReport } from "~/domain/report/error-report";
import { fail, ok } from "~/domain/result";

import { askInParts } from "./in-parts.server";
import { refusalOf, rowsOf } from "./refusals.server";

const row = z.object({
  id: z.string(),
  claim_id: z.string(),
  words: z.string(),
  contact: z.string().nullable(),
  at: z.string().transform((at) => new Date(at).toISOString()),
});
const verdictRow = z.object({
  claim_id: z.string(),
  number: z.number(),
  slug: z.string(),
  short_claim: z.string(),
});

/**
 * @param service sends what readers write: they have no rights of their own, and how often one address comes is counted by
 *   the server that holds this key.
 */
export function errorReportStore(
  supabase: SupabaseClient,
  service: SupabaseClient,
): ErrorReportStore {
  return {
    async send(slug, words, contact) {
      const { error } = await service.rpc("report_error", {
        ...{ p_slug: slug, p_words: words, p_contact: contact },
      });
      return error ? fail(refusalOf(error)) : ok(null);
    },

    async open(most) {
      const rows = z
        .array(row)
        .parse(
          rowsOf(
            await supabase
              .from("error_reports")
              .select("id, claim_id, words, contact, at")
              .is("settled_at", null)
              .order("at")
              .limit(most),
          ),
        );
      const claimIds = [...new Set(rows.map(({ claim_id }) => claim_id))];
      const verdicts = z
        .array(verdictRow)
        .parse(
          await askInParts(claimIds, async (some) =>
            rowsOf(
              await supabase
                .from("published_verdicts")
                .select("claim_id, number, slug, short_claim")
                .in("claim_id", some)
                .order("number"),
            ),
          ),
        );
      const newest = new Map(verdicts.map((verdict) => [verdict.claim_id, verdict]));
      return rows.flatMap(({ claim_id: claimId, ...report }): ErrorReport[] => {
        const verdict = newest.get(claimId);
        return verdict
          ? [{ ...report, claimId, slug: verdict.slug, shortClaim: verdict.short_claim }]
          : [];
      });
    },

    async settle(id, outcome) {
      const { error } = await supabase.rpc("settle_error_report", {
        ...{ p_report: id, p_outcome: outcome },
      });
      return error ? fail(refusalOf(error)) : ok(null);
    },
  };
}
