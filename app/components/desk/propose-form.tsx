import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { SelectField, TextAreaField, TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { claimTypeLabel, claimTypes } from "~/domain/claim/claim";

import type { SelectedWords } from "./selected-words";

export interface ProposeFormProps extends FormState {
  versionId: string;
  words: SelectedWords;
  onCancel: () => void;
}

/** A new claim on words that a person has selected in the article. */
export function ProposeForm({ versionId, words, failure, busy, onCancel }: ProposeFormProps) {
  const refused = failureOf(failure, "propose");
  return (
    <Form
      method="post"
      aria-label="New claim"
      className="flex flex-col gap-3 rounded-md border border-accent bg-raised p-3"
    >
      <input type="hidden" name="intent" value="propose" />
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="start" value={words.start} />
      <input type="hidden" name="end" value={words.end} />
      <FailureNotice failure={refused} />
      <blockquote className="border-l-4 border-line-strong pl-3 font-serif">
        {words.quote}
      </blockquote>
      <TextAreaField
        label="Statement"
        name="statement"
        hint="So that it can be read and judged without the article."
        autoFocus
        defaultValue={refused?.values["statement"] ?? words.quote}
        errors={refused?.errors["statement"] ?? refused?.errors["start"]}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          label="Said by"
          name="claimant"
          optional
          hint="Empty: the outlet itself"
          defaultValue={refused?.values["claimant"]}
          errors={refused?.errors["claimant"]}
        />
        <SelectField
          label="Kind"
          name="type"
          options={claimTypes.map((value) => ({ value, label: claimTypeLabel[value] }))}
          defaultValue={refused?.values["type"] ?? "event"}
          errors={refused?.errors["type"]}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy}>
          Propose the claim
        </Button>
        <Button type="button" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
