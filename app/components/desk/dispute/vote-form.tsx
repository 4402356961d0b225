import { Form } from "@remix-run/react";
import { Vote } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { RatingChoice } from "~/components/verdict/rating-choice";

export interface VoteFormProps extends FormState {
  claim: ClaimReference;
  /** The verdict's version and the round that is voted in. */
  number: number;
  round: number;
}

/** One editor's vote, cast before the others' are seen. */
export function VoteForm({ claim, number, round, failure, busy }: VoteFormProps) {
  const refused = failureOf(failure, "vote", claim.id);
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-4" key={round}>
      <ClaimFields intent="vote" claim={claim} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="round" value={round} />
      <FailureNotice failure={refused} />
      <RatingChoice
        legend="You vote for"
        value={refused?.values["rating"] ?? null}
        errors={refused?.errors["rating"]}
      />
      <TextAreaField
        label="Reason"
        name="reason"
        hint="Kept with your vote, which cannot be changed. If it carries, it is your signature on the verdict with this rating."
        rows={4}
        maxLength={2000}
        defaultValue={refused?.values["reason"]}
        errors={refused?.errors["reason"]}
      />
      <label className="flex min-h-6 items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="mayPublish"
          value="yes"
          defaultChecked={refused?.values["mayPublish"] === "yes"}
          className="mt-1"
        />
        <span>
          If it does not carry, my vote and its reason may be published as dissent, with my name.
        </span>
      </label>
      <div>
        <Button variant="primary" icon={Vote} busy={busy}>
          Cast my vote
        </Button>
      </div>
    </Form>
  );
}
