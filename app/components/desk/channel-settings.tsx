import { Form } from "@remix-run/react";
import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { SelectField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";
import { kindLabel } from "~/domain/notification/notification";
import type { ReminderSchedule } from "~/domain/notification/reminders";
import { notificationKinds, type Channel, type ChannelSettings } from "~/domain/notification/rules";

export interface ChannelSettingsProps extends FormState {
  settings: ChannelSettings;
  schedule: ReminderSchedule;
}

const channelLabel: Record<Channel, string> = {
  email: "In the app and by e-mail",
  app: "In the app",
  digest: "In the daily e-mail only",
  off: "Not at all",
};
const options = Object.entries(channelLabel).map(([value, label]) => ({ value, label }));

/** How this person is told of each kind of thing. */
export function ChannelSettingsForm(props: ChannelSettingsProps) {
  const { settings, schedule, busy } = props;
  const failure = failureOf(props.failure, "channels");
  const hour = `${String(schedule.digestHour).padStart(2, "0")}:00 UTC`;
  return (
    <Section title="What you are told, and how">
      <p className="text-muted">
        The daily e-mail goes out from {hour}. The lead of a claim that nobody has touched for{" "}
        {days(schedule.nudgeDays)} is told so; {days(schedule.offerDays)} later it is offered to
        others.
      </p>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="channels" />
        <div className="grid gap-4 sm:grid-cols-2">
          {notificationKinds.map((kind) => (
            <SelectField
              key={kind}
              label={kindLabel[kind]}
              name={kind}
              options={options}
              defaultValue={failure?.values[kind] ?? settings[kind]}
              errors={failure?.errors[kind]}
            />
          ))}
        </div>
        <div>
          <Button variant="primary" icon={Save} busy={busy}>
            Save
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
