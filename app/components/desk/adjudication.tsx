import { Form } from "@remix-run/react";
import { Gavel } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { RatingChoice } from "~/components/verdict/rating-choice";
import type { SecondVerdict } from "~/domain/review/second-verdict";
import type { VerdictVersion } from "~/domain/verdict/content";

import { FrozenVerdict } from "./frozen-verdict";
import { BothVerdicts } from "./verdict-side";

export interface AdjudicationProps extends FormState {
  claim: ClaimReference;
  version: VerdictVersion;
  second: SecondVerdict;
  leadName: string;
  secondName: string;
  /** Whether this person may settle it: an editor who took no part. */
  mayDecide: boolean;
}

/** Two verdicts that differ, side by side, and the decision between them. */
export function Adjudication(props: AdjudicationProps) {
  const { claim, version, second, leadName, secondName, mayDecide, failure, busy } = props;
  const refused = failureOf(failure, "adjudicate", claim.id);
  const { verdict } = version.content;
  return (
    <div className="flex flex-col gap-6">
      <Notice kind="warning" title="The two ratings differ">
        {mayDecide
          ? "You took no part in this review, so you can settle it. Both verdicts and your reason are kept."
          : "An editor who took no part in this review decides. There is nothing for you to do until then."}
      </Notice>
      <BothVerdicts
        first={{
          name: leadName,
          at: version.submittedAt,
          rating: verdict.rating,
          words: verdict.summary,
        }}
        second={{
          name: secondName,
          at: second.decidedAt,
          rating: second.rating,
          words: second.reason,
          blind: second.blind,
        }}
      />
      <Section title="The submitted verdict">
        <FrozenVerdict version={version} />
      </Section>
      {mayDecide ? (
        <Section title="Your decision">
          <Form method="post" className="flex max-w-2xl flex-col gap-4">
            <ClaimFields intent="adjudicate" claim={claim} />
            <FailureNotice failure={refused} />
            <RatingChoice
              legend="Final rating"
              value={refused?.values["rating"] ?? null}
              errors={refused?.errors["rating"]}
            />
            <TextAreaField
              label="Reason"
              name="reason"
              hint="Kept with both verdicts. If the summary or the rationale must change too, return the review instead."
              rows={5}
              maxLength={2000}
              defaultValue={refused?.values["reason"]}
              errors={refused?.errors["reason"]}
            />
            <div>
              <Button variant="primary" icon={Gavel} busy={busy}>
                Decide and sign
              </Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}
