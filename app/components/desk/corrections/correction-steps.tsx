import { ReasonForm } from "~/components/desk/reason-form";
import { Folded, ReasonStep } from "~/components/desk/reason-step";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import type { Claim } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { whyNotRetract, type CorrectionStanding } from "~/domain/report/correction/standing";
import type { ClaimAction } from "~/domain/review/workflow";

import { KindField, KindStep } from "./kind-field";
import { MendForm } from "./mend-form";
import { AskRetraction, RetractionAsked } from "./retraction-steps";

export interface CorrectionStepsProps extends FormState {
  claim: Claim;
  actions: readonly ClaimAction[];
  person: Person;
  corrections: CorrectionStanding;
  /** How many readers asked to be told of changes. */
  followers: number;
  /** Names by person id. */
  names: Readonly<Record<string, string>>;
}

/** What can be done about what readers have of a claim. */
export function CorrectionSteps(props: CorrectionStepsProps) {
  const { claim, actions, person, corrections, failure, busy } = props;
  const state = { failure, busy };
  const offers = (action: ClaimAction) => actions.includes(action);
  const obstacle = whyNotRetract(person.id, corrections);
  const isUnderWay =
    claim.publishedAt !== null && claim.state !== "published" && claim.state !== "retracted";
  const isReaders = claim.publishedAt !== null && claim.state !== "retracted";
  return (
    <>
      {isReaders && props.followers > 0 ? (
        <p className="text-sm text-muted">
          {props.followers === 1 ? "1 reader is" : `${props.followers} readers are`} told by mail
          when this verdict changes.
        </p>
      ) : null}
      {isUnderWay && corrections.kind !== null && may(person, "correction.classify") ? (
        <KindStep claim={claim} kind={corrections.kind} {...state} />
      ) : null}
      {offers("mend") ? (
        <Folded summary="Mend a typo" open={failureOf(failure, "mend", claim.id) !== null}>
          <MendForm claim={claim} {...state} />
        </Folded>
      ) : null}
      {offers("correct") ? (
        <Folded
          summary="Begin a correction"
          open={failureOf(failure, "correct", claim.id) !== null}
        >
          <ReasonForm
            intent="correct"
            claim={claim}
            {...state}
            label="What has to be corrected?"
            hint="Readers see this above the verdict, which stays as it is until the correction is published."
            button="Begin the correction"
            variant="secondary"
          >
            <KindField
              value={failureOf(failure, "correct", claim.id)?.values["kind"] ?? null}
              errors={failureOf(failure, "correct", claim.id)?.errors["kind"]}
            />
          </ReasonForm>
        </Folded>
      ) : null}
      {offers("uphold") ? <ReasonStep step="uphold" claim={claim} {...state} /> : null}
      {isReaders ? <RetractionAsked {...props} /> : null}
      {offers("retract") && obstacle === null ? (
        <ReasonStep step="retract" claim={claim} {...state} />
      ) : null}
      {isReaders && !corrections.retractions.some(({ byId }) => byId === person.id) ? (
        <AskRetraction claim={claim} {...state} />
      ) : null}
    </>
  );
}
