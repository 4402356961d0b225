import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { ChoiceField } from "~/components/ui/choice-field";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField, TextField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { stances, type Stance } from "~/domain/evidence/evidence";
import { sureness, surenessLabel } from "~/domain/verdict/sureness";

const bears: Record<Stance, string> = {
  supports: "It supports the claim",
  refutes: "It refutes the claim",
  context: "It is context, and decides nothing alone",
};

export interface GuestAnswerFormProps extends FormState {
  expert: string;
  readOnly: string | null;
}

/** The one structured answer of an expert. Complete without JavaScript. */
export function GuestAnswerForm({ expert, readOnly, failure, busy }: GuestAnswerFormProps) {
  const typed = (name: string) => failure?.values[name] ?? "";
  const chosen = (name: string) => failure?.values[name] ?? null;
  const errors = (name: string) => failure?.errors[name];
  return (
    <Form method="post" className="flex flex-col gap-6">
      <FailureNotice failure={failure} />
      {readOnly === null ? null : (
        <Notice kind="warning" title="The desk takes in nothing at the moment">
          {readOnly} The link stays good; come back later. What you write here is not kept until it
          is sent.
        </Notice>
      )}
      <TextAreaField
        label="What can you say about the claim?"
        name="words"
        hint="In your own words. It may be quoted, and published with the verdict."
        rows={10}
        maxLength={6000}
        defaultValue={typed("words")}
        errors={errors("words")}
      />
      <ChoiceField
        legend="How does it bear on the claim?"
        name="stance"
        options={stances.map((value) => ({ value, label: bears[value] }))}
        value={chosen("stance")}
        errors={errors("stance")}
      />
      <ChoiceField
        legend="How sure are you?"
        name="sure"
        options={sureness.map((value) => ({ value, label: surenessLabel[value] }))}
        value={chosen("sure")}
        errors={errors("sure")}
      />
      <TextAreaField
        label="Sources"
        name="sources"
        optional
        hint="Web addresses at which others can read it up, one on each line."
        rows={3}
        defaultValue={typed("sources")}
        errors={errors("sources")}
      />
      <ChoiceField
        legend="Do you have an interest in the matter?"
        hint="Such as work for, money from, or a dispute with somebody whom the claim is about."
        name="conflict"
        options={[
          { value: "none", label: "None that I know of" },
          { value: "some", label: "Yes, or it could look so" },
        ]}
        value={chosen("conflict")}
        errors={errors("conflict")}
      />
      <TextAreaField
        label="Which interest?"
        name="interests"
        optional
        hint="Published with what you say. An interest is no reason not to answer."
        rows={2}
        maxLength={1000}
        defaultValue={typed("interests")}
        errors={errors("interests")}
      />
      <ChoiceField
        legend="May you be named?"
        name="naming"
        options={[
          { value: "named", label: `Yes, as ${expert}` },
          { value: "unnamed", label: "No, only as an expert in my field" },
        ]}
        value={chosen("naming")}
        errors={errors("naming")}
      />
      <TextField
        label="Your field"
        name="field"
        optional
        hint="Needed if you are not to be named: “An expert in …”. The desk itself knows who you are."
        maxLength={100}
        defaultValue={typed("field")}
        errors={errors("field")}
      />
      <div className="flex flex-col items-start gap-2">
        <Button variant="primary" busy={busy} disabled={readOnly !== null}>
          Send my answer
        </Button>
        <p className="text-sm text-muted">It can be sent once, and not changed afterwards.</p>
      </div>
    </Form>
  );
}
