import { Form } from "@remix-run/react";
import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";

export interface SingleKeySettingsProps extends FormState {
  on: boolean;
}

/** Whether keys that are pressed alone do something, wherever this person signs in. */
export function SingleKeySettings({ on, failure, busy }: SingleKeySettingsProps) {
  const refused = failureOf(failure, "single_keys");
  const chosen = refused?.values["on"] ?? (on ? "yes" : "no");
  return (
    <Section title="Keyboard">
      <Form method="post" key={chosen} className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="single_keys" />
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1">Single-key shortcuts, such as j, k and g</legend>
          {(["yes", "no"] as const).map((value) => (
            <label key={value} className="flex min-h-7 items-center gap-2">
              <input
                type="radio"
                name="on"
                value={value}
                defaultChecked={chosen === value}
                className="size-4 accent-accent"
              />
              {value === "yes" ? "On" : "Off, which helps with voice control and a shaky hand"}
            </label>
          ))}
        </fieldset>
        <p className="text-sm text-muted">
          Ctrl K, or ⌘ K, finds everything by its name in either case.
        </p>
        <div>
          <Button icon={Save} busy={busy}>
            Save the choice
          </Button>
        </div>
      </Form>
    </Section>
  );
}
