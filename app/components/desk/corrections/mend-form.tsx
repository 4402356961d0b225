import { ReasonForm } from "~/components/desk/reason-form";
import { TextField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import type { Claim } from "~/domain/claim/claim";
import type { TypoMend } from "~/domain/report/correction/standing";
import { mostLetters } from "~/domain/report/correction/typo";

/** Mends a slip of writing in what is published, without a review. */
export function MendForm({ claim, failure, busy }: FormState & { claim: Claim }) {
  const refused = failureOf(failure, "mend", claim.id);
  return (
    <ReasonForm
      intent="mend"
      claim={claim}
      failure={failure}
      busy={busy}
      label="What was the slip?"
      hint="Readers find this in the list of versions."
      button="Publish it mended"
      variant="secondary"
    >
      <TextField
        label="The words as they stand"
        name="wrong"
        maxLength={500}
        hint="Copied from the published summary, rationale or short claim; enough of them to be there only once."
        defaultValue={refused?.values["wrong"]}
        errors={refused?.errors["wrong"]}
      />
      <TextField
        label="As they should be"
        name="right"
        maxLength={500}
        hint={`At most ${mostLetters} letters added or taken away. Numbers and “not” stay as they are.`}
        defaultValue={refused?.values["right"]}
        errors={refused?.errors["right"]}
      />
    </ReasonForm>
  );
}

/** What was mended in what is published and so does not stand in the review's own text. */
export function MendedTypos({ mends }: { mends: readonly TypoMend[] }) {
  if (mends.length === 0) return null;
  return (
    <Notice kind="warning" title="Mended in what is published, and not here">
      <p>The text below is from before. Mend it here too, or the typo comes back.</p>
      <ul className="list-disc pl-5">
        {mends.map(({ wrong, right, at }) => (
          <li key={at} className="wrap-anywhere">
            “{wrong}” is “{right}” now.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
