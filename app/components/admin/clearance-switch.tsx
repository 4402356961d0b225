import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";

export interface ClearanceSwitchProps extends FormState {
  isRequired: boolean;
}

/** Whether reports hold only what an editor has cleared in the approval lane. */
export function ClearanceSwitch({ isRequired, failure, busy }: ClearanceSwitchProps) {
  return (
    <Section title="Clearing before publishing" aside={isRequired ? "Required" : "Not required"}>
      <p className="max-w-prose">
        {isRequired
          ? "A verdict is published only when an editor who neither checked nor signed it has cleared its newest version."
          : "A signed verdict can be published whether or not an editor has cleared it in the approval lane."}{" "}
        Where every editor took part in a claim, an admin clears it with a written reason, which
        readers see; or ask another editor in.
      </p>
      <Form method="post" className="flex flex-col gap-3">
        <FailureNotice failure={failureOf(failure, "require_clearance")} />
        <input type="hidden" name="intent" value="require_clearance" />
        <input type="hidden" name="on" value={isRequired ? "no" : "yes"} />
        <div>
          <Button busy={busy}>
            {isRequired ? "Do not require it any more" : "Publish only what is cleared"}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
