import { Form } from "@remix-run/react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { DateField, SelectField, TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { RadioTabs } from "~/components/ui/radio-tabs";
import { priorities } from "~/domain/claim/claim";
import { dismissalKinds, dismissalLabel } from "~/domain/claim/dismissal";
import type { Person } from "~/domain/people/person";
import type { Topic } from "~/domain/topic/topic";

import { useAssignable } from "../assignment-advice";
import { SuggestedReviewers } from "../suggested-reviewers";

export interface BulkFormProps extends FormState {
  /** The selected claims; their boxes belong to this form. */
  selected: readonly string[];
  reviewers: readonly Person[];
  topics: readonly Topic[];
  onClear: () => void;
}

const dueOptions = [
  { value: "keep", label: "Leave as it is" },
  { value: "set", label: "Set to the date beside" },
  { value: "clear", label: "Take away" },
];
const priorityOptions = [
  { value: "keep", label: "Leave as it is" },
  ...priorities.map((value) => ({
    value,
    label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
  })),
];
const topicMoves = [
  { value: "add", label: "Add it to the claims" },
  { value: "remove", label: "Take it from the claims" },
];
const kinds = dismissalKinds.map((value) => ({ value, label: dismissalLabel[value] }));

/** The same change for all selected claims; each is carried out or refused by itself. */
export function BulkForm(props: BulkFormProps) {
  const { selected, reviewers, topics, failure, busy, onClear } = props;
  const refused = failureOf(failure, "bulk");
  const typed = refused?.values ?? {};
  const errors = refused?.errors ?? {};
  const [lead, setLead] = useState(typed["leadId"] ?? "");
  const [second, setSecond] = useState(typed["secondId"] ?? "");
  const assignable = useAssignable(selected);
  const people = (taken: string) =>
    reviewers.map(({ id, name }) => ({ value: id, label: name, disabled: id === taken }));
  const count = selected.length === 1 ? "1 claim" : `${selected.length} claims`;
  return (
    <Form
      id="bulk"
      method="post"
      preventScrollReset
      aria-label="Change the selected claims"
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="intent" value="bulk" />
      <FailureNotice failure={refused} />
      {errors["claims"] ? (
        <p className="text-sm text-danger">{errors["claims"].join(" ")}</p>
      ) : null}
      <RadioTabs
        name="change"
        legend="What to do with the selected claims"
        value={typed["change"] ?? "assign"}
        tabs={[
          {
            value: "assign",
            label: "Assign",
            panel: (
              <div className="flex flex-col gap-3">
                <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
                  <SelectField
                    optional
                    label="Lead reviewer"
                    name="leadId"
                    placeholder="Leave as it is"
                    options={people(second)}
                    value={lead}
                    onChange={(event) => setLead(event.target.value)}
                    errors={errors["change.leadId"]}
                  />
                  <SelectField
                    optional
                    label="Second reviewer"
                    name="secondId"
                    placeholder="Leave as it is"
                    options={people(lead)}
                    value={second}
                    onChange={(event) => setSecond(event.target.value)}
                    errors={errors["change.secondId"]}
                  />
                  <SelectField
                    label="Due date"
                    name="due"
                    options={dueOptions}
                    defaultValue={typed["due"] ?? "keep"}
                  />
                  <DateField
                    optional
                    label="Due on"
                    name="dueOn"
                    defaultValue={typed["dueOn"] ?? ""}
                    errors={errors["change.dueOn"]}
                  />
                  <SelectField
                    label="Priority"
                    name="priority"
                    options={priorityOptions}
                    defaultValue={typed["priority"] ?? "keep"}
                  />
                </div>
                {assignable === null ? null : (
                  <SuggestedReviewers
                    people={assignable}
                    claims={selected.length}
                    lead={lead}
                    second={second}
                    onChoose={(leadId, secondId) => {
                      setLead(leadId);
                      setSecond(secondId);
                    }}
                  />
                )}
              </div>
            ),
          },
          {
            value: "accept",
            label: "Accept",
            panel: (
              <p className="text-sm text-muted">
                Proposed claims are taken up for checking. What is past that is refused and stays as
                it is.
              </p>
            ),
          },
          {
            value: "dismiss",
            label: "Dismiss",
            panel: (
              <div className="grid items-start gap-3 sm:grid-cols-2">
                <SelectField
                  optional="unsaid"
                  label="Why are these not checked?"
                  name="kind"
                  placeholder="Choose"
                  options={kinds}
                  defaultValue={typed["kind"] ?? ""}
                  errors={errors["change.kind"]}
                />
                <TextAreaField
                  optional="unsaid"
                  label="In your words, for all of them"
                  name="reason"
                  maxLength={1000}
                  defaultValue={typed["reason"]}
                  errors={errors["change.reason"]}
                />
              </div>
            ),
          },
          {
            value: "restore",
            label: "Take back",
            panel: (
              <p className="text-sm text-muted">
                Dismissed claims become proposed ones again. What was not dismissed is refused and
                stays as it is.
              </p>
            ),
          },
          {
            value: "topic",
            label: "Topic",
            panel: (
              <div className="grid items-start gap-3 sm:grid-cols-2">
                <SelectField
                  optional="unsaid"
                  label="Topic"
                  name="topicId"
                  placeholder="Choose"
                  options={topics.map(({ id, name, retiredAt }) => ({
                    value: id,
                    label: retiredAt === null ? name : `${name} (retired)`,
                  }))}
                  defaultValue={typed["topicId"] ?? ""}
                  errors={errors["change.topicId"]}
                />
                <SelectField
                  label="What to do with it"
                  name="how"
                  options={topicMoves}
                  defaultValue={typed["how"] ?? "add"}
                  hint="A topic of the article itself stays: it holds for all its claims."
                />
              </div>
            ),
          },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy}>
          {selected.length === 0 ? "Change the selected claims" : `Change ${count}`}
        </Button>
        <Button type="button" variant="quiet" onClick={onClear}>
          Select none
        </Button>
      </div>
    </Form>
  );
}
