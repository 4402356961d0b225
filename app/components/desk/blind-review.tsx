import { Form } from "@remix-run/react";
import { EyeOff } from "lucide-react";

import { Button } from "~/components/ui/button";
import { ChoiceField } from "~/components/ui/choice-field";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Section } from "~/components/ui/page";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingChoice } from "~/components/verdict/rating-choice";
import { RichText } from "~/components/verdict/rich-text";
import type { BlindView } from "~/domain/review/second-verdict";
import { sureness, surenessLabel } from "~/domain/verdict/sureness";

import { ReliedSources } from "./relied-sources";

export interface BlindReviewProps extends FormState {
  claim: ClaimReference;
  view: BlindView;
  leadName: string | null;
}

/**
 * The second reviewer's view before deciding: the evidence as submitted and, where the desk wants it read, the rationale;
 * of the lead's verdict neither rating nor summary.
 */
export function BlindReview({ claim, view, leadName, failure, busy }: BlindReviewProps) {
  const { evidence, rationale } = view;
  const refused = failureOf(failure, "decide", claim.id);
  return (
    <div className="flex flex-col gap-6">
      <p className="flex gap-2 rounded-md border border-accent bg-accent-soft px-3 py-2.5 text-sm">
        <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-strong" />
        <span>
          <strong className="font-semibold">You decide first, and blind.</strong>{" "}
          {leadName ?? "The lead"} has submitted a verdict. You see it as soon as you have given
          yours;{" "}
          {rationale === null
            ? "until then the rating, the rationale and how each source was judged are kept back."
            : "until then the rating, the summary and how each source was judged are kept back. You read the rationale and the sources, and rate for yourself."}
        </span>
      </p>
      {rationale === null ? null : (
        <Section title="The lead’s rationale">
          <RichText blocks={rationale} sources={evidence} />
        </Section>
      )}
      <Section title="Evidence" aside={`${evidence.length}`}>
        <EvidenceList evidence={evidence} blind rationale={rationale ?? []} />
      </Section>
      <Section title="Your verdict">
        <Form method="post" className="flex max-w-2xl flex-col gap-4">
          <ClaimFields intent="decide" claim={claim} />
          <FailureNotice failure={refused} />
          <RatingChoice
            legend="Rating"
            value={refused?.values["rating"] ?? null}
            errors={refused?.errors["rating"]}
          />
          <ChoiceField
            legend="How sure are you?"
            hint="It stands beside your rating, whatever the first one is. You can leave it open."
            name="confidence"
            options={sureness.map((value) => ({ value, label: surenessLabel[value] }))}
            value={refused?.values["confidence"] ?? null}
            errors={refused?.errors["confidence"]}
            isOptional
          />
          <TextAreaField
            label="Why"
            name="reason"
            hint="In your own words. It is kept beside the lead’s verdict and cannot be changed afterwards."
            rows={5}
            maxLength={2000}
            defaultValue={refused?.values["reason"]}
            errors={refused?.errors["reason"]}
          />
          <ReliedSources evidence={evidence} refused={refused} />
          <div>
            <Button variant="primary" busy={busy}>
              Give my verdict and see the first
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}
