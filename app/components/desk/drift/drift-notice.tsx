import { Form, Link } from "@remix-run/react";

import { Button, ButtonLink } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";
import { hasReview } from "~/domain/people/permissions";
import {
  awaitsPlace,
  isOpenDrift,
  standingPlacement,
  type ClaimDrift,
} from "~/domain/article/drift/drift";
import { driftSentence } from "~/domain/article/drift/words";
import { compareWords } from "~/domain/verdict/compare-drafts";
import { Pieces } from "~/components/review/history/changes";

export interface DriftNoticeProps extends FormState {
  claim: Claim;
  /** What became of the claim's words in the newest version; null where there is none. */
  drift: ClaimDrift | null;
  /** The number of the version that the claim rests on. */
  own: number;
  language: string;
  maySettle: boolean;
}

/** In a claim's room: that the article does not say any more what the verdict is about, and what to do about it. */
export function DriftNotice(props: DriftNoticeProps) {
  const { claim, drift, own, language, maySettle, failure, busy } = props;
  if (drift === null) return null;
  const standing = standingPlacement(drift);
  const isUndecided = standing === "unsure";
  const what = hasReview(claim.state) ? "verdict" : "claim";
  const comparison = `/desk/articles/${claim.articleId}/versions?from=${own}&to=${drift.number}`;
  if (!isOpenDrift(drift)) {
    return (
      <p className="text-sm text-muted">
        {driftSentence(standing, own, drift.number, what)}
        {drift.ended === "dismissed"
          ? " An editor found that it does not touch the verdict."
          : ""}{" "}
        <Link to={comparison} className="inline-flex min-h-6 items-center text-accent underline">
          What changed in the article
        </Link>
      </p>
    );
  }
  return (
    <Notice
      kind="warning"
      title={
        standing === "gone" ? "The article has dropped these words" : "The article has changed"
      }
      actions={
        <>
          <ButtonLink to={comparison} size="small">
            What changed in the article
          </ButtonLink>
          {maySettle && awaitsPlace(drift) ? (
            <ButtonLink to={`/desk/claims/${claim.id}/place`} size="small">
              {drift.isChosen ? "Choose another passage" : "Choose the passage"}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <p>
          {driftSentence(standing, own, drift.number, what)} Found <Time iso={drift.foundAt} />.
          {drift.isChosen
            ? " An editor has chosen the passage."
            : standing === "changed" || isUndecided
              ? ` ${Math.round(drift.score * 100)} of 100 alike.`
              : ""}
        </p>
        {drift.words === null || standing === "gone" ? null : (
          <p>
            {isUndecided ? "Found: " : "The article now says: "}
            <span lang={language} className="font-serif text-base wrap-anywhere">
              {drift.isChosen ? (
                <q>{drift.words}</q>
              ) : (
                <Pieces pieces={compareWords(claim.anchor.exact, drift.words)} />
              )}
            </span>
          </p>
        )}
        {isUndecided && maySettle ? (
          <Form method="post" className="flex flex-col gap-2">
            <FailureNotice failure={failureOf(failure, "place_drift")} />
            <input type="hidden" name="intent" value="place_drift" />
            <input type="hidden" name="driftId" value={drift.id} />
            <div className="flex flex-wrap gap-2">
              <Button name="decision" value="here" size="small" busy={busy}>
                This is the place
              </Button>
              <Button name="decision" value="gone" size="small" busy={busy}>
                The words are gone
              </Button>
            </div>
          </Form>
        ) : null}
        {maySettle && !isUndecided ? (
          <DismissDrift driftId={drift.id} failure={failure} busy={busy} />
        ) : null}
        {maySettle ? (
          <p className="text-muted">
            {claim.state === "published"
              ? "Where the verdict has to be looked at again, begin a correction under “Next steps”; that ends this notice."
              : "The claim stays where it stands in its own version, whatever you choose."}
          </p>
        ) : (
          <p className="text-muted">An editor decides what that means for the verdict.</p>
        )}
      </div>
    </Notice>
  );
}

function DismissDrift({ driftId, failure, busy }: FormState & { driftId: string }) {
  const mine = failureOf(failure, "dismiss_drift");
  return (
    <details open={mine !== null} className="rounded-md border border-line bg-raised">
      <summary className="min-h-9 px-3 py-1.5 font-medium">The verdict stands all the same</summary>
      <Form method="post" className="flex flex-col gap-3 border-t border-line p-3">
        <FailureNotice failure={mine} />
        <input type="hidden" name="intent" value="dismiss_drift" />
        <input type="hidden" name="driftId" value={driftId} />
        <TextAreaField
          label="Why does the change not touch the verdict?"
          name="reason"
          hint="Kept in the trail. The same words in a later version are not flagged again."
          defaultValue={mine?.values["reason"]}
          errors={mine?.errors["reason"]}
        />
        <div>
          <Button busy={busy}>Dismiss the flag</Button>
        </div>
      </Form>
    </details>
  );
}
