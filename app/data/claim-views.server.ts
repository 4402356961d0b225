import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ClaimViewStore } from "~/commands/ports/claim-list";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const views = z.array(
  z.object({
    id: z.string(),
    owner: z.string(),
    name: z.string(),
    query: z.string(),
    shared: z.boolean(),
  }),
);

/** How many views a list offers. */
const listLimit = 100;

export function claimViewStore(supabase: SupabaseClient): ClaimViewStore {
  return {
    async list() {
      return views.parse(
        rowsOf(
          await supabase
            .from("claim_views")
            .select("id, owner, name, query, shared")
            .order("name")
            .order("id")
            .limit(listLimit),
        ),
      );
    },

    async save({ id, name, query, shared }) {
      const asked = { p_id: id, p_name: name, p_query: query, p_shared: shared };
      const { error } = await supabase.rpc("save_claim_view", asked);
      return error ? fail(refusalOf(error)) : ok(null);
    },

    async remove(id) {
      const { error } = await supabase.rpc("remove_claim_view", { p_id: id });
      return error ? fail(refusalOf(error)) : ok(null);
    },
  };
}
