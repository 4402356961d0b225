import type { z } from "zod";

import { adjudicate, adjudicateInput } from "~/commands/adjudicate";
import { answerHelp, answerHelpInput } from "~/commands/answer-help";
import { askForHelp, askForHelpInput } from "~/commands/ask-for-help";
import {
  askRetraction,
  askRetractionInput,
  takeBackRetraction,
  takeBackRetractionInput,
} from "~/commands/ask-retraction";
import { assignClaim, assignClaimInput } from "~/commands/assign-claim";
import { chooseCorrectionKind, chooseCorrectionKindInput } from "~/commands/choose-correction-kind";
import { concede, concedeInput } from "~/commands/concede";
import { correctVerdict, correctVerdictInput } from "~/commands/correct-verdict";
import { declareConflict, declareConflictInput } from "~/commands/declare-conflict";
import { decideMatch, decideMatchInput } from "~/commands/decide-match";
import { giveSecondVerdict, secondVerdictInput } from "~/commands/give-second-verdict";
import { handOver, handOverInput, seeHandOver, seeHandOverInput } from "~/commands/hand-over";
import { mendTypo, mendTypoInput } from "~/commands/mend-typo";
import type { Ports } from "~/commands/ports";
import {
  recordReplyAnswer,
  recordReplyRequest,
  replyAnswerInput,
  replyRequestInput,
} from "~/commands/record-reply";
import { remarkInput, remarkOnDispute } from "~/commands/remark-on-dispute";
import { returnReview, returnReviewInput } from "~/commands/return-review";
import {
  dismissDrift,
  dismissDriftInput,
  placeDrift,
  placeDriftInput,
} from "~/commands/settle-drift";
import { settleByOne, settleByOneInput } from "~/commands/settle-by-one";
import { signOff, signOffInput } from "~/commands/sign-off";
import { submitReview, submitReviewInput } from "~/commands/submit-review";
import { triageClaim, triageInput } from "~/commands/triage-claim";
import { voteInput, voteOnDispute } from "~/commands/vote-on-dispute";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import { parseForm } from "./form";

type Step = (
  ports: Ports,
  person: Person,
  values: Record<string, string>,
) => Promise<Result<unknown, Refusal>>;

/** A form that is read as the input of one command. */
const step =
  <Input extends z.ZodType>(
    input: Input,
    command: (
      ports: Ports,
      person: Person,
      given: z.output<Input>,
    ) => Promise<Result<unknown, Refusal>>,
  ): Step =>
  async (ports, person, values) => {
    const parsed = parseForm(input, values);
    return parsed.ok ? command(ports, person, parsed.value) : parsed;
  };

/** One of several actions that one command takes, named by the form's own intent. */
const action =
  (of: Step): Step =>
  (ports, person, values) =>
    of(ports, person, { ...values, action: values["intent"] ?? "" });

const triage = action(step(triageInput, triageClaim));
const giveBack = action(step(returnReviewInput, returnReview));
const correction = action(step(correctVerdictInput, correctVerdict));
const passOn = action(step(handOverInput, handOver));

/** Every step that the room of a claim has a form for, by the intent that the form names. */
export const roomSteps: Readonly<Record<string, Step>> = {
  accept: triage,
  dismiss: triage,
  restore: triage,
  assign: step(assignClaimInput, assignClaim),
  hand_over: passOn,
  hand_over_second: passOn,
  see_hand_over: step(seeHandOverInput, (ports, _, input) => seeHandOver(ports, input)),
  submit: step(submitReviewInput, submitReview),
  return: giveBack,
  decide: step(secondVerdictInput, giveSecondVerdict),
  sign_off: step(signOffInput, signOff),
  concede: step(concedeInput, concede),
  adjudicate: step(adjudicateInput, adjudicate),
  vote: step(voteInput, voteOnDispute),
  settle_by_one: step(settleByOneInput, settleByOne),
  remark: step(remarkInput, remarkOnDispute),
  reopen: giveBack,
  correct: correction,
  uphold: correction,
  retract: correction,
  mend: step(mendTypoInput, mendTypo),
  choose_kind: step(chooseCorrectionKindInput, chooseCorrectionKind),
  ask_retraction: step(askRetractionInput, askRetraction),
  take_back_retraction: step(takeBackRetractionInput, takeBackRetraction),
  recuse: step(declareConflictInput, declareConflict),
  ask_help: step(askForHelpInput, askForHelp),
  answer_help: step(answerHelpInput, answerHelp),
  ask_reply: step(replyRequestInput, recordReplyRequest),
  answer_reply: step(replyAnswerInput, recordReplyAnswer),
  decide_match: step(decideMatchInput, decideMatch),
  dismiss_drift: step(dismissDriftInput, dismissDrift),
  place_drift: step(placeDriftInput, placeDrift),
};
