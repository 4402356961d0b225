import { Form } from "@remix-run/react";
import { ClipboardCheck, Send } from "lucide-react";

import { Button, ButtonLink } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";
import type { Person } from "~/domain/people/person";
import type { CorrectionStanding } from "~/domain/report/correction/standing";
import type { Thread } from "~/domain/review/discussion";
import type { SecondExclusion } from "~/domain/review/second-verdict";
import type { DisputeWay } from "~/domain/review/review-rules";
import type { ClaimAction, ClaimState } from "~/domain/review/workflow";

import { CorrectionSteps } from "./corrections/correction-steps";
import { AssignForm } from "./assign-form";
import { HandOverForm } from "./hand-over-form";
import { ReasonStep } from "./reason-step";
import { SubmitStep } from "./submit-step";

export interface NextStepsProps extends FormState {
  claim: Claim;
  /** What this person may do now. */
  actions: readonly ClaimAction[];
  reviewers: readonly Person[];
  /** Who cannot decide second, and why. */
  excluded: readonly SecondExclusion[];
  /** Whether this person may make exceptions from the separation of duties. */
  mayExcept: boolean;
  /** What still keeps the draft from being submitted, when that is known before trying. */
  missing?: readonly string[];
  /** The open threads of the discussion; null until they are known. */
  openThreads: readonly Thread[] | null;
  /** Whether the second reviewer reads the rationale before deciding. */
  rationaleIsRead: boolean;
  person: Person;
  /** Names by person id. */
  names: Readonly<Record<string, string>>;
  /** How many readers asked to be told of changes. */
  followers: number;
  /** What the desk does about what is published of it. */
  corrections: CorrectionStanding;
  /** Who settles its dispute, if it is disputed. */
  disputes: DisputeWay;
}

const waiting: Record<ClaimState, string> = {
  proposed: "An editor accepts or dismisses this claim.",
  dismissed: "This claim was laid aside.",
  open: "An editor assigns this claim.",
  in_review: "The lead reviewer writes and submits the verdict.",
  second_review: "The second reviewer decides.",
  disputed: "An editor who took no part settles the dispute.",
  approved: "Signed. An editor publishes it.",
  published: "Published.",
  being_corrected:
    "Readers see the published verdict, with word that it is being corrected. An editor assigns the review of the correction.",
  retracted: "Retracted. Readers see the notice, with what had been published.",
};

const underReview: ReadonlySet<ClaimState> = new Set(["in_review", "second_review"]);

/** Steps whose forms stand elsewhere in the room, with the content that they are about. */
const elsewhere: Partial<Record<ClaimAction, string>> = {
  decide: "Give your verdict below the evidence.",
  sign_off: "Read the whole verdict, then sign it below.",
  adjudicate: "Decide between the two verdicts below them.",
  vote: "Vote between the two verdicts below them.",
  concede: "Settle it with the other below the two verdicts, or wait for the editors.",
};

/** What can be done now, by this person; and when nothing can, whom the claim waits for. */
export function NextSteps(props: NextStepsProps) {
  const { claim, actions, reviewers, missing, openThreads, failure, busy } = props;
  const state = { failure, busy };
  const may = (action: ClaimAction) => actions.includes(action);
  const beginsReview = claim.state === "open" || claim.state === "being_corrected";
  const lacksSomebody =
    underReview.has(claim.state) && (claim.leadId === null || claim.secondId === null);
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
        <p className={may("submit") ? "sr-only" : "text-muted"}>
          {lacksSomebody
            ? "Somebody stepped back from this claim. An editor assigns it again."
            : claim.state === "disputed" && props.disputes === "vote"
              ? "Three editors who took no part vote on the dispute."
              : waiting[claim.state]}
        </p>
      )}
      {may("submit") ? (
        <SubmitStep
          claim={claim}
          missing={missing ?? []}
          openThreads={openThreads}
          rationaleIsRead={props.rationaleIsRead}
          {...state}
        />
      ) : null}
      {may("accept") ? <OneClick intent="accept" label="Accept" claim={claim} {...state} /> : null}
      {may("restore") ? (
        <OneClick intent="restore" label="Take back" claim={claim} {...state} />
      ) : null}
      {may("clear") || may("withdraw_clearance") ? (
        <ButtonLink to={`/desk/approvals/${claim.id}`} icon={ClipboardCheck}>
          {may("clear") ? "Read it and clear it" : "Cleared: see it in the lane"}
        </ButtonLink>
      ) : null}
      {may("publish") ? (
        <ButtonLink to={`/desk/articles/${claim.articleId}/publish`} variant="primary" icon={Send}>
          Publish
        </ButtonLink>
      ) : null}
      {may("hand_over") ? (
        <HandOverForm
          key={claim.leadId}
          part="lead"
          {...{ claim, reviewers, excluded: [] }}
          {...state}
        />
      ) : null}
      {may("hand_over_second") ? (
        <HandOverForm
          part="second"
          excluded={props.excluded}
          {...{ claim, reviewers }}
          {...state}
        />
      ) : null}
      {may("settle_by_one") ? <ReasonStep step="settle_by_one" claim={claim} {...state} /> : null}
      {may("return") ? <ReasonStep step="return" claim={claim} {...state} /> : null}
      {may("reopen") ? <ReasonStep step="reopen" claim={claim} {...state} /> : null}
      <CorrectionSteps
        corrections={props.corrections}
        followers={props.followers}
        {...{ claim, actions }}
        person={props.person}
        names={props.names}
        {...state}
      />
      {may("assign") ? (
        <details
          className="rounded-md border border-line bg-raised"
          open={beginsReview || lacksSomebody || failureOf(failure, "assign", claim.id) !== null}
        >
          <summary className="min-h-9 px-3 py-1.5 font-medium">
            {beginsReview ? "Assign" : "Change the assignment"}
          </summary>
          <div className="border-t border-line p-3">
            <AssignForm
              key={claim.version}
              claim={claim}
              reviewers={reviewers}
              excluded={props.excluded}
              mayExcept={props.mayExcept}
              {...state}
            />
          </div>
        </details>
      ) : null}
      {may("dismiss") ? <ReasonStep step="dismiss" claim={claim} {...state} /> : null}
    </div>
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
