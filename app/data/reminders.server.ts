import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ReminderStore } from "~/commands/ports";
import type { ReminderSchedule } from "~/domain/notification/reminders";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const scheduleRow = z
  .object({ digest_hour: z.number(), nudge_days: z.number(), offer_days: z.number() })
  .transform((row): ReminderSchedule => ({
    digestHour: row.digest_hour,
    nudgeDays: row.nudge_days,
    offerDays: row.offer_days,
  }));
const offerRow = z.object({ claim_id: z.string(), idle_since: z.string() }).transform((row) => ({
  claimId: row.claim_id,
  idleSince: new Date(row.idle_since).toISOString(),
}));

/** Offers that anybody looks through at once. */
const mostOffers = 50;

export const reminderStore = (supabase: SupabaseClient): ReminderStore => ({
  async schedule() {
    const rows = await supabase
      .from("reminder_schedule")
      .select("digest_hour, nudge_days, offer_days")
      .limit(1);
    const [row] = z.array(scheduleRow).parse(rowsOf(rows));
    if (row === undefined) throw new Error("The desk has no reminder schedule");
    return row;
  },

  async setSchedule(schedule) {
    const { error } = await supabase.rpc("set_reminder_schedule", { p_schedule: schedule });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async offers() {
    const rows = await supabase
      .from("claim_offers")
      .select("claim_id, idle_since")
      .order("idle_since")
      .limit(mostOffers);
    return z.array(offerRow).parse(rowsOf(rows));
  },
});
