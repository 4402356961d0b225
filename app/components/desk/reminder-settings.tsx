import { Form } from "@remix-run/react";
import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";
import type { ReminderSchedule } from "~/domain/notification/reminders";

export interface ReminderSettingsProps extends FormState {
  schedule: ReminderSchedule;
}

/** When the desk reminds people by itself; for admins. */
export function ReminderSettings({ schedule, failure, busy }: ReminderSettingsProps) {
  const refused = failureOf(failure, "reminders");
  const field = (name: keyof ReminderSchedule) => ({
    name,
    inputMode: "numeric" as const,
    defaultValue: refused?.values[name] ?? schedule[name],
    errors: refused?.errors[name],
  });
  return (
    <Section title="When the desk reminds people">
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="reminders" />
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <TextField {...field("digestHour")} label="Hour of the daily e-mail, in UTC" />
          <TextField {...field("nudgeDays")} label="Days until an idle claim’s lead is told" />
          <TextField {...field("offerDays")} label="Days from then until it is offered" />
        </div>
        <div>
          <Button icon={Save} busy={busy}>
            Save for the whole desk
          </Button>
        </div>
      </Form>
    </Section>
  );
}
