import { Form } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { Claim } from "~/domain/claim/claim";

import { KeptReason } from "./kept-reason";
import { SuggestionBox } from "./suggestion-box";

export interface SplitFormProps extends FormState {
  claim: Pick<Claim, "id" | "version" | "statement">;
  onSend: () => void;
}

/** What the fields begin with; `from` names the suggestion it is, and what stood in them before. */
interface Filling {
  round: number;
  words: string[];
  from: { id: string; instead: string[] } | null;
}

/** More than this many statements in one passage is a sign that it should be several passages. */
const most = 10;

/** Replaces a claim by several that can be judged apart. Empty statements are left out. */
export function SplitForm({ claim, failure, busy, onSend }: SplitFormProps) {
  const refused = failureOf(failure, "split", claim.id);
  const [count, setCount] = useState(2);
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [filling, setFilling] = useState<Filling>({
    round: 0,
    words: [claim.statement],
    from: null,
  });
  const fill = (words: string[], from: Filling["from"]) => {
    setCount(Math.max(2, words.length));
    setFilling(({ round }) => ({ round: round + 1, words, from }));
  };
  const typed = () =>
    form.current ? new FormData(form.current).getAll("statements").map(String) : [];
  // Without scripts no field can be added later, so there are a few more at once.
  const fields = hydrated ? count : 4;
  return (
    <Form ref={form} method="post" onSubmit={onSend} className="flex flex-col gap-3">
      <ClaimFields intent="split" claim={claim} />
      {filling.from && <input type="hidden" name="suggestionId" value={filling.from.id} />}
      <FailureNotice failure={refused} />
      {Array.from({ length: fields }, (_, index) => (
        <TextAreaField
          key={`${filling.round}-${index}`}
          label={`Statement ${index + 1}`}
          name="statements"
          optional={index > 1}
          autoFocus={index === 0}
          defaultValue={filling.words[index] ?? ""}
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
      <KeptReason refused={refused} />
      <SuggestionBox
        claim={claim}
        kind="split"
        used={filling.from?.id ?? null}
        onUse={({ id, statements }) => {
          const before = typed();
          const untouched = before.join("\n") === filling.words.join("\n");
          fill(
            statements.map(({ statement }) => statement),
            { id, instead: (untouched && filling.from?.instead) || before },
          );
        }}
        onTakeBack={() => fill(filling.from?.instead ?? [], null)}
      />
    </Form>
  );
}
