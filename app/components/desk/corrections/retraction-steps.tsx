import { Form } from "@remix-run/react";

import { ReasonForm } from "~/components/desk/reason-form";
import { Folded } from "~/components/desk/reason-step";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";

import type { CorrectionStepsProps } from "./correction-steps";

/** Who asked for a retraction, and that it takes somebody else to carry it out. */
export function RetractionAsked(props: CorrectionStepsProps) {
  const { claim, corrections, person, names, failure, busy } = props;
  if (corrections.retractions.length === 0) return null;
  return (
    <Notice kind="warning" title="A retraction is asked for">
      <ul className="flex flex-col gap-2">
        {corrections.retractions.map(({ byId, reason, at }) => (
          <li key={byId} className="wrap-anywhere">
            {byId === person.id ? "You" : (names[byId] ?? "A colleague")}, <Time iso={at} />:{" "}
            <span className="whitespace-pre-line">{reason}</span>
            {byId === person.id ? (
              <Form method="post" className="mt-1 flex flex-col gap-2">
                <p>Somebody else, an editor, carries it out.</p>
                <ClaimFields intent="take_back_retraction" claim={claim} />
                <FailureNotice failure={failureOf(failure, "take_back_retraction", claim.id)} />
                <div>
                  <Button size="small" busy={busy}>
                    Take my request back
                  </Button>
                </div>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Asks for a retraction. */
export function AskRetraction({ claim, failure, busy }: FormState & { claim: Claim }) {
  return (
    <Folded
      summary="Ask for a retraction"
      open={failureOf(failure, "ask_retraction", claim.id) !== null}
    >
      <ReasonForm
        intent="ask_retraction"
        claim={claim}
        failure={failure}
        busy={busy}
        label="Why should it be retracted?"
        hint="A retraction takes two: an editor who is somebody else carries it out. Colleagues see this; readers do not."
        button="Ask for it"
        variant="secondary"
      />
    </Folded>
  );
}
