import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { DeskSettings } from "~/commands/ports";
import { fail, ok } from "~/domain/result";
import { disputeWays, secondSees } from "~/domain/review/review-rules";

import { refusalOf, rowsOf } from "./refusals.server";

const settingsRow = z.object({
  read_only: z.boolean(),
  read_only_reason: z.string().nullable(),
  read_only_since: z.string().nullable(),
  read_only_by: z.string().nullable(),
});

const rulesRow = z.object({ second_sees: z.enum(secondSees), disputes: z.enum(disputeWays) });

export const deskSettings = (supabase: SupabaseClient): DeskSettings => ({
  async readOnly() {
    const rows = await supabase
      .from("desk_settings")
      .select("read_only, read_only_reason, read_only_since, read_only_by");
    const [row] = z.array(settingsRow).parse(rowsOf(rows));
    if (!row?.read_only) return null;
    return {
      reason: row.read_only_reason ?? "",
      since: new Date(row.read_only_since ?? 0).toISOString(),
      by: row.read_only_by,
    };
  },

  async setReadOnly(on, reason) {
    const { error } = await supabase.rpc("set_read_only", { p_on: on, p_reason: reason });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async reviewRules() {
    const rows = await supabase.from("desk_settings").select("second_sees, disputes");
    const [row] = z.array(rulesRow).parse(rowsOf(rows));
    if (row === undefined) throw new Error("The desk has no settings");
    return { secondSees: row.second_sees, disputes: row.disputes };
  },

  async setReviewRules(rules) {
    const { error } = await supabase.rpc("set_review_rules", {
      p_second_sees: rules.secondSees,
      p_disputes: rules.disputes,
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
