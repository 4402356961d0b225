import { Form } from "@remix-run/react";
import { Signature } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { ContentHash } from "~/components/verdict/content-hash";
import type { SecondVerdict } from "~/domain/review/second-verdict";
import type { VerdictVersion } from "~/domain/verdict/content";

import { FrozenVerdict } from "./frozen-verdict";
import { KeptReason } from "./kept-reason";
import { BothVerdicts } from "./verdict-side";

export interface SecondDecisionProps extends FormState {
  claim: ClaimReference;
  version: VerdictVersion;
  second: SecondVerdict;
  leadName: string;
  secondName: string;
  /** Whether the lead has moved to the second reviewer’s rating, so that this is what came of a dispute. */
  conceded: boolean;
  /** Whether this person may sign now. */
  maySign: boolean;
}

/** What is revealed after the second verdict: both ratings, the whole first verdict, and the signature or the dispute. */
export function SecondDecision(props: SecondDecisionProps) {
  const { claim, version, second, leadName, secondName, maySign, failure, busy } = props;
  const refused = failureOf(failure, "sign_off", claim.id);
  const agree = version.content.verdict.rating === second.rating;
  return (
    <div className="flex flex-col gap-6">
      {agree ? (
        <Notice
          kind="success"
          title={
            props.conceded
              ? `${leadName} has moved to the rating of ${secondName}`
              : "Both ratings are the same"
          }
        >
          {maySign
            ? "Now read the whole verdict. Your signature covers its exact content, evidence included."
            : "The second reviewer reads the whole verdict and signs it, or returns it."}
        </Notice>
      ) : (
        <Notice kind="warning" title="The two ratings differ">
          An editor who took no part in this review decides, with a reason. Both verdicts are kept.
        </Notice>
      )}
      <BothVerdicts
        first={{
          name: leadName,
          at: version.submittedAt,
          rating: version.content.verdict.rating,
          words: version.content.verdict.summary,
        }}
        second={{
          name: secondName,
          at: second.decidedAt,
          rating: second.rating,
          words: second.reason,
          confidence: second.confidence,
          blind: second.blind,
        }}
      />
      <Section title="The submitted verdict">
        <FrozenVerdict version={version} />
      </Section>
      {maySign && agree ? (
        <Form
          method="post"
          className="flex flex-col gap-3 rounded-lg border border-success-line bg-success-soft p-4"
        >
          <ClaimFields intent="sign_off" claim={claim} />
          <input type="hidden" name="contentHash" value={version.contentHash} />
          <FailureNotice failure={refused} />
          <p>
            You sign this content and nothing else. If anybody edits it later, the signature is
            void.
          </p>
          <ContentHash hash={version.contentHash} />
          <div>
            <Button variant="primary" icon={Signature} busy={busy}>
              Sign off
            </Button>
          </div>
          <KeptReason refused={refused} />
        </Form>
      ) : null}
    </div>
  );
}
