import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { Claim } from "~/domain/claim/claim";

export interface SplitFormProps extends FormState {
  claim: Pick<Claim, "id" | "version" | "statement">;
  onSend: () => void;
}

/** More than this many statements in one passage is a sign that it should be several passages. */
const most = 10;

/** Replaces a claim by several that can be judged apart. Empty statements are left out. */
export function SplitForm({ claim, failure, busy, onSend }: SplitFormProps) {
  const refused = failureOf(failure, "split", claim.id);
  const [count, setCount] = useState(2);
  const hydrated = useHydrated();
  // Without scripts no field can be added later, so there are a few more at once.
  const fields = hydrated ? count : 4;
  return (
    <Form method="post" onSubmit={onSend} className="flex flex-col gap-3">
      <ClaimFields intent="split" claim={claim} />
      <FailureNotice failure={refused} />
      {Array.from({ length: fields }, (_, index) => (
        <TextAreaField
          key={index}
          label={`Statement ${index + 1}`}
          name="statements"
          optional={index > 1}
          autoFocus={index === 0}
          defaultValue={index === 0 ? claim.statement : ""}
          errors={
            refused?.errors[`statements.${index}`] ??
            (index === 0 ? refused?.errors["statements"] : undefined)
          }
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy}>
          Split
        </Button>
        {hydrated && count < most ? (
          <Button type="button" variant="quiet" icon={Plus} onClick={() => setCount(count + 1)}>
            One more
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
