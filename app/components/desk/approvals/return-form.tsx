import { Form } from "@remix-run/react";
import { useRef, type KeyboardEvent } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Kbd } from "~/components/ui/kbd";
import { returnReasons } from "~/domain/review/clearance";

export interface ReturnFormProps extends FormState {
  claim: ClaimReference;
  onCancel: () => void;
}

/** Why a verdict goes back: one of the usual reasons by its number, own words, or both. */
export function ReturnForm({ claim, failure, busy, onCancel }: ReturnFormProps) {
  const refused = failureOf(failure, "reopen", claim.id);
  const form = useRef<HTMLFormElement>(null);
  const pressed = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return onCancel();
    }
    const isWriting = event.target instanceof HTMLTextAreaElement;
    if (event.key === "Enter" && isWriting && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return form.current?.requestSubmit();
    }
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = form.current?.querySelector<HTMLInputElement>(`[data-number="${event.key}"]`);
    if (!/^\d$/.test(event.key) || !chosen) return;
    event.preventDefault();
    chosen.checked = true;
    chosen.focus();
  };
  return (
    <Form
      ref={form}
      method="post"
      action={`/desk/approvals/${claim.id}`}
      aria-label="Return to the lead"
      data-keys="off"
      onKeyDown={pressed}
      className="flex max-h-[60dvh] flex-col gap-3 overflow-y-auto p-1"
    >
      <ClaimFields intent="reopen" claim={claim} />
      <FailureNotice failure={refused} />
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">Why it goes back</legend>
        {returnReasons.map((reason, at) => (
          <label key={reason} className="flex min-h-7 items-center gap-2">
            <input
              type="radio"
              name="quick"
              value={reason}
              data-number={at + 1}
              defaultChecked={refused?.values["quick"] === reason}
              className="size-4 accent-accent"
            />
            <Kbd>{String(at + 1)}</Kbd>
            {reason}
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label="In your own words"
        optional
        name="reason"
        hint="The lead sees it. All signatures become void, and the review goes back to them."
        rows={2}
        maxLength={1800}
        defaultValue={refused?.values["reason"] ?? ""}
        errors={refused?.errors["reason"]}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" busy={busy}>
          Return it
        </Button>
        <Button type="button" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
