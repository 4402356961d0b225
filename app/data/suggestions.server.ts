import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { SuggestionStore } from "~/commands/ports";
import { suggestionKinds, type Suggestion } from "~/domain/claim/suggestion/suggestion";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const suggestionRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    kind: z.enum(suggestionKinds),
    model: z.string(),
    statements: z.array(z.object({ statement: z.string(), start: z.number(), end: z.number() })),
  })
  .transform(({ claim_id: claimId, ...row }): Suggestion => ({ ...row, claimId }));

/**
 * Suggestions are read with the person's own rights and written with the service's: what a model said is the server's
 * word, and no person's token may forge it. The database checks the right of the person who is named.
 */
export function suggestionStore(
  supabase: SupabaseClient,
  service: SupabaseClient,
): SuggestionStore {
  return {
    async record({ claimId, kind, model, statements, askedBy }) {
      const { data, error } = await service.rpc("record_suggestion", {
        p_claim: claimId,
        p_kind: kind,
        p_model: model,
        p_statements: statements,
        p_by: askedBy,
      });
      return error ? fail(refusalOf(error)) : ok(z.string().parse(data));
    },

    async find(suggestionId) {
      const rows = await supabase
        .from("statement_suggestions")
        .select("id, claim_id, kind, model, statements")
        .eq("id", suggestionId);
      return z.array(suggestionRow).parse(rowsOf(rows))[0] ?? null;
    },
  };
}
