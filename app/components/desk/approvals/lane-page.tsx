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
import type { LaneItem, LanePart } from "~/domain/review/clearance";

import { Deadline } from "../deadline";
import { EmbargoList, type WaitingReport } from "./embargo-list";
import { MoveToast, type LaneMove } from "./move-toast";

export interface ShownLaneItem extends LaneItem {
  /** Why this person may not clear it; null when they may. */
  obstacle: string | null;
}

/** One page of a part of the lane. */
export interface ShownLanePart {
  items: readonly ShownLaneItem[];
  /** How many there are on all pages. */
  total: number;
  isFirst: boolean;
  /** Where the next page begins; null on the last. */
  next: string | null;
}

export interface LanePageProps {
  waiting: ShownLanePart;
  cleared: ShownLanePart;
  /** Whether the desk publishes only what was cleared. */
  isRequired: boolean;
  mayPublish: boolean;
  /** Reports that go out at a time that was set for them. */
  embargoes: readonly WaitingReport[];
  move: LaneMove | null;
  /** Today's civil date. */
  today: string;
  busy: boolean;
}

/** Every approved verdict on its way into a report: which wait for an editor, which are cleared. */
export function LanePage(props: LanePageProps) {
  const { waiting, cleared, isRequired, mayPublish, embargoes, move, today, busy } = props;
  const { openSheet } = useKeyboard();
  const undo = useRef<HTMLFormElement>(null);
  useRowKeys(waiting.items.length + cleared.items.length > 0);
  useShortcuts({
    "approval.undo": move?.mayUndo && !busy ? () => undo.current?.requestSubmit() : undefined,
  });
  const mine = waiting.items.filter(({ obstacle }) => obstacle === null);
  const isWhole = waiting.items.length === waiting.total;
  return (
    <Page>
      <PageHeader
        title="Approvals"
        meta={
          <>
            <span>
              {isWhole
                ? waitWords(mine.length, "for you")
                : waitWords(waiting.total, "for an editor")}
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
      {waiting.total + cleared.total === 0 ? (
        <EmptyState icon={ClipboardCheck} title="Nothing waits here">
          A verdict comes here when its second reviewer has signed it, or an editor has settled a
          dispute about it, and stays until it is published or returned.
        </EmptyState>
      ) : null}
      {waiting.total > 0 ? (
        <Section title="Waiting, the oldest first">
          <Rows items={waiting.items} today={today} />
          <Pager name="waiting" part={waiting} />
        </Section>
      ) : null}
      {cleared.total > 0 ? (
        <Section title="Cleared, not published yet">
          <Rows items={cleared.items} today={today} publish={mayPublish} />
          <Pager name="cleared" part={cleared} />
        </Section>
      ) : null}
      <EmbargoList waiting={embargoes} />
    </Page>
  );
}

const waitWords = (count: number, whom: string): string =>
  count === 0
    ? `Nothing waits ${whom}`
    : `${count === 1 ? "1 verdict waits" : `${count} verdicts wait`} ${whom}`;

/** Says how much of a part is here, and leads to the rest; nothing where all of it is. */
function Pager({ name, part }: { name: LanePart; part: ShownLanePart }) {
  const { items, total, isFirst, next } = part;
  if (isFirst && next === null) return null;
  return (
    <nav
      aria-label={name === "waiting" ? "Pages of what waits" : "Pages of what is cleared"}
      className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted"
    >
      <span>
        {items.length === 0 ? "None" : items.length} of {total} {items.length === 1 ? "is" : "are"}{" "}
        here.
      </span>
      <span className="flex gap-2">
        {isFirst ? null : <ButtonLink to="/desk/approvals">First page</ButtonLink>}
        {next === null ? null : (
          <ButtonLink to={`/desk/approvals?${name}=${encodeURIComponent(next)}`}>
            Next page
          </ButtonLink>
        )}
      </span>
    </nav>
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
