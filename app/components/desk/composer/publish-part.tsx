import { Send } from "lucide-react";

import { Button } from "~/components/ui/button";
import { TextAreaField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { unmetOverridable, unmetRequired, type GateCheck } from "~/domain/report/gate-check";
import type { GateFacts } from "~/domain/report/publish-gate";

import { KeptReason } from "../kept-reason";
import { EmbargoField } from "./embargo-field";

export interface PublishPartProps extends FormState {
  gate: readonly GateCheck[];
  facts: GateFacts;
  /** When it is published by itself; null while no time is set. */
  until: string | null;
}

/** What can be written right here keeps nobody from sending the form: the server says what is missing. */
const writtenHere: readonly GateCheck["id"][] = [
  "headline",
  "summary",
  "short_claims",
  "short_claims_rated",
];

/** The last button, or why there is none. */
export function PublishPart({ gate, facts, until, failure, busy }: PublishPartProps) {
  const isElsewhere = ({ id }: GateCheck) => !writtenHere.includes(id);
  const isShut =
    unmetRequired(gate).some(isElsewhere) ||
    (!facts.mayOverride && unmetOverridable(gate).some(isElsewhere));
  return (
    <>
      {facts.mayOverride && unmetOverridable(gate).length > 0 ? (
        <TextAreaField
          label="Why you publish all the same"
          name="exception"
          hint="For every condition above that is not met and can be passed over. Readers see this in the report’s method box."
          rows={3}
          maxLength={1000}
          defaultValue={failure?.values["exception"] ?? ""}
          errors={failure?.errors["exception"]}
        />
      ) : null}
      <div className="flex flex-col gap-2">
        {isShut ? (
          <p className="text-muted">Publishing opens when every condition above is met.</p>
        ) : until === null ? (
          <div>
            <Button name="intent" value="publish" variant="primary" icon={Send} busy={busy}>
              {busy ? "Publishing…" : "Publish"}
            </Button>
          </div>
        ) : null}
        <EmbargoField key={until} until={until} failure={failure} busy={busy} />
        <KeptReason refused={failure} />
        {isShut ? null : (
          <p className="text-sm text-muted">
            Readers see it at once. Afterwards it can be corrected, or unpublished, but not in
            silence.
          </p>
        )}
      </div>
    </>
  );
}
