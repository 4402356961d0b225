import { Link } from "@remix-run/react";
import { CircleCheckBig } from "lucide-react";
import { useLayoutEffect, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { useShortcuts } from "~/components/keyboard/keyboard-context";
import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { KeptWords } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { Page, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { ToastPlace } from "~/components/ui/toast";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { ArticleVersion } from "~/domain/article/article";
import type { Claim } from "~/domain/claim/claim";
import type { Comparison } from "~/domain/review/approval-facts";
import type { Gate } from "~/domain/review/gates";
import type { ReplyRequest } from "~/domain/review/right-of-reply";
import type { VerdictVersion } from "~/domain/verdict/content";

import { ClaimContext } from "../claim-context";
import { FrozenVerdict } from "../frozen-verdict";
import { ReplyList } from "../right-of-reply";
import { ApprovalRecord, type ApprovalRecordProps } from "./approval-record";
import { GateRows } from "./gate-rows";
import { MoveBar } from "./move-bar";
import { MoveToast, type LaneMove } from "./move-toast";
import { WhatChanged } from "./what-changed";

/** What there is to read of an approved claim. */
export interface ApprovalReview extends ApprovalRecordProps {
  latest: Pick<VerdictVersion, "number" | "content" | "contentHash">;
  gates: readonly Gate[];
  comparisons: readonly Comparison[];
  replies: readonly ReplyRequest[];
}

export interface ApprovalScreenProps extends FormState {
  claim: Claim;
  version: ArticleVersion;
  /** Null for who declared a conflict of interest. */
  review: ApprovalReview | null;
  cleared: { byName: string; at: string } | null;
  approvedAt: string;
  leadName: string | null;
  secondName: string | null;
  obstacle: string | null;
  /** Whether they may clear it all the same, with a written reason that readers see. */
  mayExcept: boolean;
  position: { at: number; of: number };
  /** How many wait for this person. */
  waiting: { count: number; isMore: boolean };
  previousId: string | null;
  followingId: string | null;
  move: LaneMove | null;
  isReadOnly: boolean;
  onOpen: (claimId: string) => void;
}

/** One approved claim, whole, on one screen: what it says, how it came about, and what an editor does about it. */
export function ApprovalScreen(props: ApprovalScreenProps) {
  const { claim, version, review, cleared, obstacle, move, failure, busy } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [returning, setReturning] = useState<string | null>(null);
  const isReturning = returning === claim.id || failureOf(failure, "reopen", claim.id) !== null;
  const mayReturn = review !== null;
  const isIdle = !busy && !props.isReadOnly;
  useFocusOnNext(heading, claim.id);
  const form = useRef<HTMLFormElement>(null);
  const undo = useRef<HTMLFormElement>(null);
  const mayClear = isIdle && obstacle === null && review !== null;
  // The last move is undone before the clearance of the claim that is open.
  const mayUndoLast = isIdle && move?.mayUndo === true;
  const mayUndoOwn = mayClear && cleared !== null;
  const { previousId, followingId, onOpen } = props;
  useShortcuts({
    "approval.clear":
      mayClear && cleared === null ? () => form.current?.requestSubmit() : undefined,
    "approval.return":
      isIdle && mayReturn ? () => flushSync(() => setReturning(claim.id)) : undefined,
    "approval.undo":
      mayUndoLast || mayUndoOwn
        ? () => (mayUndoLast ? undo : form).current?.requestSubmit()
        : undefined,
    "approval.next": followingId === null ? undefined : () => onOpen(followingId),
    "approval.previous": previousId === null ? undefined : () => onOpen(previousId),
  });
  useFocusIn(isReturning, claim.id);
  const cancel = () => {
    setReturning(null);
    heading.current?.focus({ preventScroll: true });
  };
  const isElsewhere = failure !== null && failure.values["claimId"] !== claim.id;
  return (
    <Page width="wide">
      <header className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted *:leading-6">
          <Link to="/desk/approvals" className="inline-block rounded-sm underline">
            Approvals
          </Link>
          <span>{waitingWords(props.waiting)}</span>
          <Link
            to={`/desk/articles/${claim.articleId}?claim=${claim.id}`}
            className="inline-block rounded-sm underline"
          >
            {version.title}
          </Link>
        </p>
        <h1
          ref={heading}
          tabIndex={-1}
          data-approval={claim.id}
          data-busy={busy}
          className="max-w-5xl scroll-mt-20 rounded-sm text-xl font-semibold"
        >
          {claim.statement}
        </h1>
        <p className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span>{props.leadName ?? "Nobody"} led</span>
          <span>{props.secondName ?? "Nobody"} second</span>
          <span>
            Approved <Time iso={props.approvedAt} />
          </span>
          {cleared === null ? null : (
            <Badge tone="success" icon={CircleCheckBig}>
              Cleared by {cleared.byName}
            </Badge>
          )}
          <Link to={`/desk/claims/${claim.id}`} className="underline">
            The claim’s own page
          </Link>
        </p>
      </header>
      <ToastPlace>
        {move === null ? null : <MoveToast ref={undo} move={move} busy={busy} />}
      </ToastPlace>
      {isElsewhere ? <KeptWords failure={failure} /> : null}
      {review === null ? (
        <EmptyState icon={CircleCheckBig} title="Not yours to read">
          You declared a conflict of interest on this claim. Its verdict is kept from you until it
          is published.
        </EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <Section title="In the article">
              <ClaimContext version={version} claim={claim} />
            </Section>
            <Section title="What was signed">
              <FrozenVerdict version={review.latest} />
            </Section>
            <Section title="How it came about">
              <ApprovalRecord {...review} />
            </Section>
          </div>
          <div className="flex min-w-0 flex-col gap-8 max-lg:order-first">
            <Section title="Before it is cleared">
              <GateRows gates={review.gates} />
            </Section>
            <Section title="What changed">
              <WhatChanged comparisons={review.comparisons} />
            </Section>
            <Section title="Right of reply">
              <ReplyList replies={review.replies} />
            </Section>
          </div>
        </div>
      )}
      <MoveBar
        ref={form}
        claim={claim}
        contentHash={review?.latest.contentHash ?? null}
        isCleared={cleared !== null}
        obstacle={obstacle}
        mayExcept={props.mayExcept}
        mayReturn={mayReturn}
        position={props.position}
        previousId={previousId}
        followingId={followingId}
        isReturning={isReturning && mayReturn}
        onReturning={(is) => (is ? setReturning(claim.id) : cancel())}
        failure={failure}
        busy={busy}
      />
    </Page>
  );
}

/**
 * When the next claim stands there, the keyboard is at its statement and the page at its top. So it is when one comes from
 * another page of the desk; a page that is loaded begins where every page does.
 */
function useFocusOnNext(heading: React.RefObject<HTMLHeadingElement>, claimId: string): void {
  const isLoaded = !useHydrated();
  const before = useRef(isLoaded ? claimId : null);
  useEffect(() => {
    if (before.current === claimId) return;
    before.current = claimId;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [heading, claimId]);
}

/** The form for returning opens with the keyboard in it, before the next key can come. */
function useFocusIn(isOpen: boolean, claimId: string): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    document.querySelector<HTMLElement>('[data-keys="off"] input[type=radio]')?.focus();
  }, [isOpen, claimId]);
}

const waitingWords = ({ count, isMore }: ApprovalScreenProps["waiting"]): string =>
  isMore
    ? `More than ${count} wait for you`
    : `${count === 1 ? "1 waits" : `${count} wait`} for you`;
