import { Form } from "@remix-run/react";
import { Handshake } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { Rating } from "~/domain/verdict/rating";

export interface ConcedeFormProps extends FormState {
  claim: ClaimReference;
  /** The content that stands above. */
  contentHash: string;
  part: "lead" | "second";
  /** The other's rating. */
  rating: Rating;
  otherName: string;
}

/** Moving to the other's rating, with the reason. */
export function ConcedeForm(props: ConcedeFormProps) {
  const { claim, contentHash, part, rating, otherName, failure, busy } = props;
  const refused = failureOf(failure, "concede", claim.id);
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-3">
      <ClaimFields intent="concede" claim={claim} />
      <input type="hidden" name="contentHash" value={contentHash} />
      <FailureNotice failure={refused} />
      <p className="flex flex-wrap items-center gap-2">
        {otherName} rated it <RatingBadge rating={rating} size="small" />
      </p>
      <TextAreaField
        label="What convinced you?"
        name="reason"
        hint={
          part === "lead"
            ? "Kept with both verdicts. The verdict gets the other rating and nothing else changes; the second reviewer then signs it, or returns it for its words to be rewritten."
            : "Kept with both verdicts. You sign the lead’s verdict as it stands below, evidence included."
        }
        rows={4}
        maxLength={2000}
        defaultValue={refused?.values["reason"]}
        errors={refused?.errors["reason"]}
      />
      <div>
        <Button icon={Handshake} busy={busy}>
          {part === "lead" ? "Move to this rating" : "Move to this rating and sign"}
        </Button>
      </div>
    </Form>
  );
}
