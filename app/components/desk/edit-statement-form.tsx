import { Form } from "@remix-run/react";
import { useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";

import { KeptReason } from "./kept-reason";
import { SuggestionBox } from "./suggestion-box";

/** A suggestion in the field, and what the person had written there. */
interface Used {
  id: string;
  words: string;
  instead: string;
}

export interface EditStatementFormProps extends FormState {
  claim: Pick<Claim, "id" | "version" | "statement">;
}

/** Rewords a claim so that it can be read alone; its passage in the article stays. */
export function EditStatementForm({ claim, failure, busy }: EditStatementFormProps) {
  const refused = failureOf(failure, "edit_statement", claim.id);
  const form = useRef<HTMLFormElement>(null);
  const [used, setUsed] = useState<Used | null>(null);
  const write = (words: string): string => {
    const field = form.current?.elements.namedItem("statement");
    if (!(field instanceof HTMLTextAreaElement)) return "";
    const before = field.value;
    field.value = words;
    field.focus();
    return before;
  };
  return (
    <Form ref={form} method="post" className="flex flex-col gap-3">
      <ClaimFields intent="edit_statement" claim={claim} />
      {used === null ? null : <input type="hidden" name="suggestionId" value={used.id} />}
      <FailureNotice failure={refused} />
      <TextAreaField
        label="Statement"
        name="statement"
        hint="So that it can be read and judged without the article."
        rows={4}
        autoFocus
        defaultValue={refused?.values["statement"] ?? claim.statement}
        errors={refused?.errors["statement"]}
      />
      <div>
        <Button variant="primary" busy={busy}>
          Save the statement
        </Button>
      </div>
      <KeptReason refused={refused} />
      <SuggestionBox
        claim={claim}
        kind="rewrite"
        used={used?.id ?? null}
        onUse={({ id, statements }) => {
          const words = statements[0]?.statement ?? "";
          const before = write(words);
          setUsed({ id, words, instead: before === used?.words ? used.instead : before });
        }}
        onTakeBack={() => {
          if (used !== null) write(used.instead);
          setUsed(null);
        }}
      />
    </Form>
  );
}
