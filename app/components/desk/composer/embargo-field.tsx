import { Timer } from "lucide-react";

import { Button } from "~/components/ui/button";
import { TextField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";
import { instantForForm } from "~/domain/report/embargo";

export interface EmbargoFieldProps {
  /** The time that is set already. */
  until: string | null;
  failure: FormFailure | null;
  busy: boolean;
}

/** Sets a time at which all of the form around it is published. Out of the way until somebody wants one. */
export function EmbargoField({ until, failure, busy }: EmbargoFieldProps) {
  const typed = failure?.values["until"] ?? (until === null ? "" : instantForForm(until));
  const isAsked = failure?.values["intent"] === "set_embargo";
  return (
    <details open={until !== null || isAsked}>
      <summary className="min-h-6 w-fit cursor-pointer rounded-sm text-sm font-medium text-accent">
        {until === null ? "Publish at a set time" : "Another time"}
      </summary>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <TextField
          type="datetime-local"
          label="Date and time, in UTC"
          name="until"
          optional="unsaid"
          hint="Until then nothing of this article is published otherwise."
          defaultValue={typed}
          errors={failure?.errors["until"]}
          className="max-w-72"
        />
        <Button name="intent" value="set_embargo" icon={Timer} busy={busy}>
          {until === null ? "Set this time" : "Set the other time"}
        </Button>
      </div>
    </details>
  );
}
