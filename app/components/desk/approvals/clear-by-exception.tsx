import { Form } from "@remix-run/react";
import { Check } from "lucide-react";

import { Button } from "~/components/ui/button";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";

export interface ClearByExceptionProps extends FormState {
  claim: ClaimReference;
  contentHash: string;
}

/** How an admin clears what they checked or signed themselves: with a reason that readers see. */
export function ClearByException({ claim, contentHash, failure, busy }: ClearByExceptionProps) {
  const refused = failureOf(failure, "clear", claim.id);
  return (
    <details
      className="order-last w-full rounded-md border border-line"
      open={refused !== null}
      key={claim.id}
    >
      <summary className="min-h-9 px-3 py-1.5 font-medium">Clear it all the same…</summary>
      <Form
        method="post"
        action={`/desk/approvals/${claim.id}`}
        className="flex max-w-2xl flex-col gap-3 p-3 pt-1"
      >
        <ClaimFields intent="clear" claim={claim} />
        <input type="hidden" name="contentHash" value={contentHash} />
        <TextAreaField
          label="Why you clear it yourself"
          name="exception"
          hint="An exception from the separation of duties. Readers see this in the report’s method box."
          rows={3}
          maxLength={1000}
          defaultValue={refused?.values["exception"] ?? ""}
          errors={refused?.errors["exception"]}
        />
        <div>
          <Button icon={Check} busy={busy}>
            Clear with this reason
          </Button>
        </div>
      </Form>
    </details>
  );
}
