import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { DeskSettings } from "~/commands/ports";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";
import { fail, ok } from "~/domain/result";
import { disputeWays, secondSees } from "~/domain/review/review-rules";

import { refusalOf, rowsOf } from "./refusals.server";

const closed = z
  .object({
    reason: z.string().nullable(),
    since: z.string().nullable(),
    by: z.string().nullable(),
  })
  .transform(({ reason, since, by }): ReadOnlyDesk => ({
    reason: reason ?? "",
    since: new Date(since ?? 0).toISOString(),
    by,
  }));
const frame = z.object({
  unread: z.number(),
  readOnly: closed.nullable(),
  singleKeys: z.boolean(),
});

const rulesRow = z.object({ second_sees: z.enum(secondSees), disputes: z.enum(disputeWays) });

export const deskSettings = (supabase: SupabaseClient): DeskSettings => ({
  frame: async () => frame.parse(rowsOf(await supabase.rpc("desk_frame"))),

  async readOnly() {
    const rows = await supabase
      .from("desk_settings")
      .select("reason:read_only_reason, since:read_only_since, by:read_only_by")
      .eq("read_only", true);
    return z.array(closed).parse(rowsOf(rows))[0] ?? null;
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
