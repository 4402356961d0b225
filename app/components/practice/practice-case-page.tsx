import { Form, Link } from "@remix-run/react";

import { Passage } from "~/components/desk/passage";
import { Button } from "~/components/ui/button";
import { ChoiceField } from "~/components/ui/choice-field";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingChoice } from "~/components/verdict/rating-choice";
import type { PracticeCase } from "~/domain/practice/practice";
import { sureness, surenessLabel } from "~/domain/verdict/sureness";

export interface PracticeCasePageProps extends FormState {
  practice: Pick<PracticeCase, "id" | "statement" | "evidence" | "attempts">;
  passage: readonly (readonly { text: string; marked: boolean }[])[];
  language: string;
}

/** A practice case before it is judged: claim, passage and sources, and nothing of the verdict. */
export function PracticeCasePage({
  practice,
  passage,
  language,
  failure,
  busy,
}: PracticeCasePageProps) {
  const { id, statement, evidence, attempts } = practice;
  return (
    <Page width="narrow">
      <PageHeader
        kicker={
          <Link to="/desk/practice" className="underline">
            Practice
          </Link>
        }
        title={statement}
        long
        meta={
          attempts === 0
            ? "You see the desk’s verdict when you have given yours. Your first answer counts."
            : "You have answered this case before; this time it is for learning and does not count."
        }
      />
      <Section title="In the article">
        <Passage passage={passage} language={language} />
      </Section>
      <Section title="Evidence" aside={`${evidence.length}`}>
        <EvidenceList evidence={evidence} blind />
      </Section>
      <Section title="Your verdict">
        <Form method="post" className="flex max-w-2xl flex-col gap-4">
          <input type="hidden" name="caseId" value={id} />
          <FailureNotice failure={failure} />
          <RatingChoice
            legend="Rating"
            value={failure?.values["rating"] ?? null}
            errors={failure?.errors["rating"]}
          />
          <ChoiceField
            legend="How sure are you?"
            name="sure"
            options={sureness.map((value) => ({ value, label: surenessLabel[value] }))}
            value={failure?.values["sure"] ?? null}
            errors={failure?.errors["sure"]}
          />
          <TextAreaField
            label="Why"
            name="reason"
            hint="In your own words. You can compare it with the desk’s reasons afterwards."
            rows={4}
            maxLength={2000}
            defaultValue={failure?.values["reason"] ?? ""}
            errors={failure?.errors["reason"]}
          />
          <div>
            <Button variant="primary" busy={busy}>
              Give my verdict and see the desk’s
            </Button>
          </div>
        </Form>
      </Section>
    </Page>
  );
}
