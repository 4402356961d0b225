import { Form } from "@remix-run/react";
import { ArrowLeft, ArrowRight, Check, CornerUpLeft, Undo2 } from "lucide-react";
import { forwardRef } from "react";

import { Button, ButtonLink } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Kbd } from "~/components/ui/kbd";

import { KeptReason } from "../kept-reason";
import { ClearByException } from "./clear-by-exception";
import { ReturnForm } from "./return-form";

export interface MoveBarProps extends FormState {
  claim: ClaimReference;
  contentHash: string | null;
  isCleared: boolean;
  /** Why this person may not clear it; null when they may. */
  obstacle: string | null;
  /** Whether they may clear it all the same, with a written reason that readers see. */
  mayExcept: boolean;
  /** Whether they may return it. */
  mayReturn: boolean;
  position: { at: number; of: number };
  previousId: string | null;
  followingId: string | null;
  isReturning: boolean;
  onReturning: (isReturning: boolean) => void;
}

/** The two moves and the way through the lane, always in one place. The form is the one that clears or takes back. */
export const MoveBar = forwardRef<HTMLFormElement, MoveBarProps>(function MoveBar(props, form) {
  const { claim, contentHash, isCleared, obstacle, failure, busy, isReturning, onReturning } =
    props;
  const intent = isCleared ? "withdraw_clearance" : "clear";
  const refused = failureOf(failure, intent, claim.id);
  const mayMove = obstacle === null && contentHash !== null;
  return (
    <div
      role="region"
      data-palette="off"
      aria-label="Clear or return"
      className="no-print sticky bottom-0 z-20 -mx-4 flex flex-col gap-2 border-t border-line bg-raised px-4 py-2 sm:-mx-6 sm:px-6"
    >
      <FailureNotice failure={refused} />
      {isReturning ? (
        <ReturnForm
          claim={claim}
          failure={failure}
          busy={busy}
          onCancel={() => onReturning(false)}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {mayMove ? (
          <Form
            ref={form}
            method="post"
            action={`/desk/approvals/${claim.id}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-2"
          >
            <ClaimFields intent={intent} claim={claim} />
            <input type="hidden" name="contentHash" value={contentHash} />
            <Button
              variant={isCleared ? "secondary" : "primary"}
              icon={isCleared ? Undo2 : Check}
              busy={busy}
            >
              {isCleared ? "Take the clearance back" : "Clear"}{" "}
              <Kbd className="max-sm:hidden">{isCleared ? "u" : "a"}</Kbd>
            </Button>
            <KeptReason refused={refused} />
          </Form>
        ) : null}
        {props.mayReturn && !isReturning ? (
          <Button type="button" icon={CornerUpLeft} onClick={() => onReturning(true)}>
            Return… <Kbd className="max-sm:hidden">r</Kbd>
          </Button>
        ) : null}
        {obstacle === null ? null : (
          <p className="min-w-0 text-sm">Not yours to clear: {obstacle}</p>
        )}
        {props.mayExcept && contentHash !== null ? (
          <ClearByException {...{ claim, contentHash, failure, busy }} />
        ) : null}
        <nav aria-label="Lane" className="ml-auto flex items-center gap-1">
          <span className="px-1 text-sm text-muted">
            {props.position.at} of {props.position.of}
          </span>
          <Step to={props.previousId} icon={ArrowLeft} name="Previous claim" />
          <Step to={props.followingId} icon={ArrowRight} name="Next claim" />
        </nav>
      </div>
    </div>
  );
});

interface StepProps {
  to: string | null;
  icon: typeof ArrowLeft;
  name: string;
}

function Step({ to, icon: Icon, name }: StepProps) {
  const content = (
    <>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{name}</span>
    </>
  );
  return to === null ? (
    <Button type="button" variant="quiet" size="small" disabled>
      {content}
    </Button>
  ) : (
    <ButtonLink to={`/desk/approvals/${to}`} variant="quiet" size="small">
      {content}
    </ButtonLink>
  );
}
