import { Link } from "@remix-run/react";
import { CircleCheckBig, ClipboardCheck } from "lucide-react";
import { useRef } from "react";

import { useKeyboard, useShortcuts } from "~/components/keyboard/keyboard-context";
import { useRowKeys } from "~/components/keyboard/use-row-keys";
import { Badge } from "~/components/ui/badge";
import { Button, ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { ToastPlace } from "~/components/ui/toast";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { LaneItem } from "~/domain/review/clearance";

import { Deadline } from "../deadline";
import { MoveToast, type LaneMove } from "./move-toast";

export interface ShownLaneItem extends LaneItem {
  /** Why this person may not clear it; null when they may. */
  obstacle: string | null;
}

export interface LanePageProps {
  /** In the order of the lane: what waits, then what is cleared. */
  items: readonly ShownLaneItem[];
  /** Whether the desk publishes only what was cleared. */
  isRequired: boolean;
  mayPublish: boolean;
  move: LaneMove | null;
  /** Today's civil date. */
  today: string;
  busy: boolean;
}

/** Every approved verdict on its way into a report: which wait for an editor, which are cleared. */
export function LanePage({ items, isRequired, mayPublish, move, today, busy }: LanePageProps) {
  const { openSheet } = useKeyboard();
  const undo = useRef<HTMLFormElement>(null);
  useRowKeys(items.length > 0);
  useShortcuts({
    "approval.undo": move?.mayUndo && !busy ? () => undo.current?.requestSubmit() : undefined,
  });
  const waiting = items.filter(({ cleared }) => cleared === null);
  const cleared = items.filter((item) => item.cleared !== null);
  const mine = waiting.filter(({ obstacle }) => obstacle === null);
  return (
    <Page>
      <PageHeader
        title="Approvals"
        meta={
          <>
            <span>
              {mine.length === 0
                ? "Nothing waits for you"
                : `${mine.length === 1 ? "1 verdict waits" : `${mine.length} verdicts wait`} for you`}
            </span>
            <span>
              {isRequired
                ? "This desk publishes only what is cleared."
                : "Publishing does not need a clearance on this desk."}
            </span>
          </>
        }
        actions={
          <>
            <ButtonLink to="/desk/sources">Sources that changed</ButtonLink>
            {mine[0] ? (
              <ButtonLink
                to={`/desk/approvals/${mine[0].claimId}`}
                variant="primary"
                icon={ClipboardCheck}
              >
                Begin with the oldest
              </ButtonLink>
            ) : null}
            <WorksWhileReadOnly>
              <Button type="button" variant="quiet" onClick={openSheet}>
                Keys
              </Button>
            </WorksWhileReadOnly>
          </>
        }
      />
      <ToastPlace>
        {move === null ? null : <MoveToast ref={undo} move={move} busy={busy} />}
      </ToastPlace>
      {items.length === 0 ? (
        <EmptyState icon={ClipboardCheck} title="Nothing waits here">
          A verdict comes here when its second reviewer has signed it, or an editor has settled a
          dispute about it, and stays until it is published or returned.
        </EmptyState>
      ) : null}
      {waiting.length > 0 ? (
        <Section title="Waiting, the oldest first">
          <Rows items={waiting} today={today} />
        </Section>
      ) : null}
      {cleared.length > 0 ? (
        <Section title="Cleared, not published yet">
          <Rows items={cleared} today={today} publish={mayPublish} />
        </Section>
      ) : null}
    </Page>
  );
}

interface RowsProps {
  items: readonly ShownLaneItem[];
  today: string;
  publish?: boolean;
}

function Rows({ items, today, publish = false }: RowsProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
      {items.map((item) => (
        <li
          key={item.claimId}
          data-row=""
          className="relative grid gap-x-6 gap-y-1.5 px-4 py-3 focus-within:bg-surface hover:bg-surface md:grid-cols-[10rem_minmax(0,1fr)_14rem]"
        >
          <span>{item.rating === null ? null : <RatingBadge rating={item.rating} />}</span>
          <span className="flex min-w-0 flex-col gap-0.5">
            <Link
              to={`/desk/approvals/${item.claimId}`}
              data-row-link=""
              className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
            >
              {item.statement}
            </Link>
            <span className="text-sm text-muted">
              {item.leadName ?? "Nobody"} led, {item.secondName ?? "nobody"} second · in “
              {item.articleTitle}”
            </span>
            {item.obstacle === null || item.cleared !== null ? null : (
              <span className="text-sm">Not yours to clear: {item.obstacle}</span>
            )}
          </span>
          <span className="flex flex-col items-start gap-1 text-sm">
            {item.cleared === null ? (
              <span className="text-muted">
                Approved <Time iso={item.approvedAt} />
              </span>
            ) : (
              <>
                <Badge tone="success" icon={CircleCheckBig}>
                  Cleared by {item.cleared.byName}
                </Badge>
                <Time iso={item.cleared.at} className="text-muted" />
              </>
            )}
            {item.dueOn === null ? null : <Deadline dueOn={item.dueOn} today={today} />}
            {publish ? (
              <Link
                to={`/desk/articles/${item.articleId}/publish`}
                className="relative z-10 inline-flex min-h-6 items-center text-accent underline"
              >
                Publish<span className="sr-only">: {item.statement}</span>
              </Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
