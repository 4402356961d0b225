import { Form } from "@remix-run/react";
import { CircleAlert, Send } from "lucide-react";

import { Button, ButtonLink } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";
import type { Person } from "~/domain/people/person";
import type { ClaimAction, ClaimState } from "~/domain/review/workflow";

import { AssignForm } from "./assign-form";
import { ReasonStep } from "./reason-step";

export interface NextStepsProps extends FormState {
  claim: Claim;
  /** What this person may do now. */
  actions: readonly ClaimAction[];
  reviewers: readonly Person[];
  /** What still keeps the draft from being submitted, when that is known before trying. */
  missing?: readonly string[];
}

const waiting: Record<ClaimState, string> = {
  proposed: "An editor accepts or dismisses this claim.",
  dismissed: "This claim was laid aside.",
  open: "An editor assigns this claim.",
  in_review: "The lead reviewer writes and submits the verdict.",
  second_review: "The second reviewer decides.",
  disputed: "An editor who took no part decides between the two verdicts.",
  approved: "Signed. An editor publishes it.",
  published: "Published.",
};

/** Steps whose forms stand elsewhere in the room, with the content that they are about. */
const elsewhere: Partial<Record<ClaimAction, string>> = {
  decide: "Give your verdict below the evidence.",
  sign_off: "Read the whole verdict, then sign it below.",
  adjudicate: "Decide between the two verdicts below them.",
};

/** What can be done now, by this person; and when nothing can, whom the claim waits for. */
export function NextSteps(props: NextStepsProps) {
  const { claim, actions, reviewers, missing, failure, busy } = props;
  const state = { failure, busy };
  const may = (action: ClaimAction) => actions.includes(action);
  const hints = actions.flatMap((action) => elsewhere[action] ?? []);
  return (
    <div className="flex flex-col gap-3">
      {hints.length > 0 ? (
        hints.map((hint) => (
          <p key={hint} className="font-medium">
            {hint}
          </p>
        ))
      ) : (
        <p className={may("submit") ? "sr-only" : "text-muted"}>{waiting[claim.state]}</p>
      )}
      {may("submit") ? <Submit claim={claim} missing={missing ?? []} {...state} /> : null}
      {may("accept") ? <OneClick intent="accept" label="Accept" claim={claim} {...state} /> : null}
      {may("restore") ? (
        <OneClick intent="restore" label="Take back" claim={claim} {...state} />
      ) : null}
      {may("publish") ? (
        <ButtonLink to={`/desk/articles/${claim.articleId}/publish`} variant="primary" icon={Send}>
          Publish
        </ButtonLink>
      ) : null}
      {may("return") ? <ReasonStep step="return" claim={claim} {...state} /> : null}
      {may("reopen") ? <ReasonStep step="reopen" claim={claim} {...state} /> : null}
      {may("assign") ? (
        <details
          className="rounded-md border border-line bg-raised"
          open={claim.state === "open" || failureOf(failure, "assign", claim.id) !== null}
        >
          <summary className="min-h-9 px-3 py-1.5 font-medium">
            {claim.state === "open" ? "Assign" : "Change the assignment"}
          </summary>
          <div className="border-t border-line p-3">
            <AssignForm key={claim.version} claim={claim} reviewers={reviewers} {...state} />
          </div>
        </details>
      ) : null}
      {may("dismiss") ? <ReasonStep step="dismiss" claim={claim} {...state} /> : null}
    </div>
  );
}

interface SubmitProps extends FormState {
  claim: Claim;
  missing: readonly string[];
}

function Submit({ claim, missing, failure, busy }: SubmitProps) {
  const refused = failureOf(failure, "submit", claim.id);
  const lacking = refused ? Object.values(refused.errors).flat() : missing;
  return (
    <Form method="post" className="flex flex-col gap-3">
      <ClaimFields intent="submit" claim={claim} />
      {refused !== null && lacking.length === 0 ? <FailureNotice failure={refused} /> : null}
      {lacking.length > 0 ? (
        <div
          role={refused ? "alert" : undefined}
          className="rounded-md border border-warning-line bg-warning-soft px-3 py-2.5 text-sm"
        >
          <p className="flex gap-1.5 font-medium text-warning">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {refused
              ? "Not submitted yet. What you wrote is saved; still missing:"
              : "Still missing:"}
          </p>
          <ul className="mt-1 list-disc pl-8">
            {lacking.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Button variant="primary" icon={Send} busy={busy}>
        Submit for the second review
      </Button>
      <p className="text-sm text-muted">
        Freezes rating, summary, rationale and evidence as they are saved now.
      </p>
    </Form>
  );
}

interface OneClickProps extends FormState {
  intent: "accept" | "restore";
  label: string;
  claim: Claim;
}

function OneClick({ intent, label, claim, failure, busy }: OneClickProps) {
  return (
    <Form method="post" className="flex flex-col gap-3">
      <ClaimFields intent={intent} claim={claim} />
      <FailureNotice failure={failureOf(failure, intent, claim.id)} />
      <Button variant="primary" busy={busy}>
        {label}
      </Button>
    </Form>
  );
}
