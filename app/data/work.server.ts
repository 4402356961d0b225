import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { WorkStore } from "~/commands/ports";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const inHand = z.object({
  limit: z.number(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ownLimit: z.number().nullable(),
      leads: z.number(),
      seconds: z.number(),
    }),
  ),
});

const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

export const workStore = (supabase: SupabaseClient): WorkStore => ({
  inHand: async () => inHand.parse(rowsOf(await supabase.rpc("work_in_hand"))),
  setLimit: async (id, limit) =>
    outcome(await supabase.rpc("set_work_limit", { p_person: id, p_limit: limit })),
  setDefaultLimit: async (limit) =>
    outcome(await supabase.rpc("set_default_work_limit", { p_limit: limit })),
});
