import { Form } from "@remix-run/react";

import { Folded } from "~/components/desk/reason-step";
import { Button } from "~/components/ui/button";
import { ChoiceField } from "~/components/ui/choice-field";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";
import { kindRules, revisionKinds, type RevisionKind } from "~/domain/report/correction/kinds";

/** A typo is among them: a correction can prove to be no more than that. */
const options = revisionKinds.map((value) => ({
  value,
  label: kindRules[value].label,
  hint: kindRules[value].meaning,
}));

export interface KindFieldProps {
  value: string | null;
  errors?: readonly string[] | undefined;
}

/** Of what kind a correction is. */
export function KindField({ value, errors }: KindFieldProps) {
  return (
    <ChoiceField
      legend="What kind is it?"
      name="kind"
      options={options}
      value={value ?? "correction"}
      hint="What was changed is held to it when it is published. It can be chosen anew until then."
      errors={errors}
    />
  );
}

/** As what a correction that is under way was begun, and how to say that it is something else. */
export function KindStep({
  claim,
  kind,
  failure,
  busy,
}: FormState & { claim: Claim; kind: RevisionKind }) {
  const refused = failureOf(failure, "choose_kind", claim.id);
  return (
    <Folded
      summary={`It is published as: ${kindRules[kind].label.toLowerCase()}`}
      open={refused !== null}
    >
      <Form method="post" className="flex flex-col gap-3">
        <ClaimFields intent="choose_kind" claim={claim} />
        <FailureNotice failure={refused} />
        <KindField value={kind} errors={refused?.errors["kind"]} />
        <div>
          <Button variant="secondary" busy={busy}>
            Choose this kind
          </Button>
        </div>
      </Form>
    </Folded>
  );
}
