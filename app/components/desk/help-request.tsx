import { Form } from "@remix-run/react";
import { LifeBuoy } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Time } from "~/components/ui/time";
import type { ShownHelpRequest } from "~/domain/review/help-request";

/** That a review waits for a colleague's answer. */
export function HelpBadge() {
  return (
    <Badge tone="warning" icon={LifeBuoy}>
      Help needed
    </Badge>
  );
}

export interface HelpRequestProps extends FormState {
  claim: ClaimReference;
  request: ShownHelpRequest;
}

/** The open question of a review, and the form that answers it. */
export function OpenHelpRequest({ claim, request, failure, busy }: HelpRequestProps) {
  const refused = failureOf(failure, "answer_help", claim.id);
  return (
    <section
      id="help"
      aria-label="Help needed"
      className="flex scroll-mt-20 flex-col gap-3 rounded-md border border-warning-line bg-warning-soft px-3 py-2.5"
    >
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <HelpBadge />
          <span>{request.askedByName} asks</span>
          <Time iso={request.askedAt} className="text-muted" />
        </p>
        <p className="whitespace-pre-line wrap-anywhere">{request.question}</p>
      </div>
      <details open={refused !== null}>
        <summary className="min-h-8 py-1 text-sm font-medium">
          Answer it, or say that it is settled
        </summary>
        <Form method="post" className="flex max-w-prose flex-col gap-3 pt-2">
          <ClaimFields intent="answer_help" claim={claim} />
          <input type="hidden" name="requestId" value={request.id} />
          <FailureNotice failure={refused} />
          <TextAreaField
            label="Your answer"
            name="answer"
            hint="Kept in the trail. The question is closed with it."
            rows={3}
            maxLength={2000}
            defaultValue={refused?.values["answer"] ?? ""}
            errors={refused?.errors["answer"]}
          />
          <div>
            <Button variant="primary" busy={busy}>
              Answer
            </Button>
          </div>
        </Form>
      </details>
    </section>
  );
}

/** Asks the desk for help with the review. */
export function AskForHelp({ claim, failure, busy }: FormState & { claim: ClaimReference }) {
  const refused = failureOf(failure, "ask_help", claim.id);
  return (
    <details className="rounded-md border border-line bg-raised" open={refused !== null}>
      <summary className="min-h-9 px-3 py-1.5 font-medium">Ask for help</summary>
      <Form method="post" className="flex flex-col gap-3 border-t border-line p-3">
        <ClaimFields intent="ask_help" claim={claim} />
        <FailureNotice failure={refused} />
        <TextAreaField
          label="What do you need help with?"
          name="question"
          hint="Stands in the queue of everybody who may read this review, until somebody answers."
          rows={3}
          maxLength={1000}
          defaultValue={refused?.values["question"] ?? ""}
          errors={refused?.errors["question"]}
        />
        <div>
          <Button busy={busy}>Ask the desk</Button>
        </div>
      </Form>
    </details>
  );
}
