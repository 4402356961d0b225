import { z } from "zod";

import type { ReminderSchedule } from "~/domain/notification/reminders";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

const between = (least: number, most: number) => {
  const message = `A whole number from ${least} to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
};

/** The fields of the form; the database holds them to the same bounds. */
export const remindersInput = z.object({
  digestHour: between(0, 23),
  nudgeDays: between(1, 60),
  offerDays: between(1, 60),
});

/** Sets when the desk reminds people by itself. */
export async function setReminders(
  { reminders }: Pick<Ports, "reminders">,
  person: Person,
  schedule: ReminderSchedule,
): Promise<Result<null, Refusal>> {
  if (!may(person, "reminders.set")) {
    return fail({ kind: "forbidden", message: "Only an admin sets when the desk reminds people." });
  }
  return reminders.setSchedule(schedule);
}
