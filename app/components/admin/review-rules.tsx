import { Form } from "@remix-run/react";
import { Save } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Section } from "~/components/ui/page";
import type { DisputeWay, ReviewRules, SecondSees } from "~/domain/review/review-rules";

import { Choice } from "./choice";

const sees: [SecondSees, string, string][] = [
  [
    "rationale",
    "The rationale and the sources",
    "The lead is told not to name the rating in the rationale.",
  ],
  ["sources", "The sources alone", "The rationale is kept back, too."],
];
const ways: [DisputeWay, string, string][] = [
  ["editor", "One editor decides", "An editor who took no part gives the final rating and signs."],
  [
    "vote",
    "Three editors vote",
    "Two equal votes carry, and nobody sees the others’ before casting their own. It takes three editors who took no part; where fewer are free, an admin can give that dispute to one.",
  ],
];

export interface ReviewRulesFormProps extends FormState {
  rules: ReviewRules;
}

/** How second verdicts and disputes work on this desk. Rating and summary are hidden in either case. */
export function ReviewRulesForm({ rules, failure, busy }: ReviewRulesFormProps) {
  const refused = failureOf(failure, "review_rules");
  return (
    <Section title="Second verdicts and disputes">
      <Form
        method="post"
        className="flex max-w-prose flex-col gap-5"
        key={`${rules.secondSees} ${rules.disputes}`}
      >
        <FailureNotice failure={refused} />
        <input type="hidden" name="intent" value="review_rules" />
        <Choice
          legend="What a second reviewer reads before deciding"
          name="secondSees"
          options={sees}
          value={refused?.values["secondSees"] ?? rules.secondSees}
        />
        <Choice
          legend="How disputes are settled that the two do not settle themselves"
          name="disputes"
          options={ways}
          value={refused?.values["disputes"] ?? rules.disputes}
        />
        <p className="text-sm text-muted">
          Holds from the moment it is saved, also for reviews under way. It is kept in the trail.
        </p>
        <div>
          <Button icon={Save} busy={busy}>
            Save for the whole desk
          </Button>
        </div>
      </Form>
    </Section>
  );
}
