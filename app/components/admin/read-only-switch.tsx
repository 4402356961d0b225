import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";

export interface ReadOnlySwitchProps extends FormState {
  readOnly: ReadOnlyDesk | null;
}

/** Closes the desk for writing in an emergency, and opens it again. Both take a reason. */
export function ReadOnlySwitch({ readOnly, failure, busy }: ReadOnlySwitchProps) {
  const isClosed = readOnly !== null;
  return (
    <Section title="Read-only mode" aside={isClosed ? "Now on" : "Now off"}>
      <p className="max-w-prose">
        For emergencies. While it is on, everything on the desk can be read and nothing can be
        written: no step, no edit, no comment. It is in force at once; who is writing in a room is
        made a reader within seconds, and what was not saved stays on their device. Published pages
        go on as they are.
      </p>
      <WorksWhileReadOnly>
        <Form method="post" className="flex max-w-prose flex-col gap-3" key={String(isClosed)}>
          <FailureNotice failure={failure} />
          <input type="hidden" name="intent" value="read_only" />
          <input type="hidden" name="on" value={isClosed ? "no" : "yes"} />
          <TextAreaField
            label={isClosed ? "Why it can be opened again" : "Reason"}
            name="reason"
            hint={
              isClosed
                ? "Kept in the trail."
                : "Shown on every page of the desk, and kept in the trail."
            }
            maxLength={500}
            defaultValue={failure?.values["reason"] ?? ""}
            errors={failure?.errors["reason"]}
          />
          <div>
            <Button variant={isClosed ? "primary" : "danger"} busy={busy}>
              {isClosed ? "Open the desk again" : "Make the desk read-only"}
            </Button>
          </div>
        </Form>
      </WorksWhileReadOnly>
    </Section>
  );
}
