import { Link } from "@remix-run/react";
import clsx from "clsx";
import type { MouseEvent } from "react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Time } from "~/components/ui/time";
import { claimTypeLabel } from "~/domain/claim/claim";
import { everyClaim, listAddress } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { RowNews } from "~/domain/claim/list/list-news";

import { ClaimStateBadge } from "../claim-state-badge";
import { Deadline, PriorityBadge } from "../deadline";
import { DriftMark } from "../drift/drift-marks";
import { HelpMark } from "../help-marks";
import { TopicLabels } from "../topics/topic-labels";
import { PeopleHere } from "../people-here";
import { NewsMark } from "./news-mark";

export const rowId = (claimId: string) => `row-${claimId}`;

export interface ClaimRowProps {
  item: ClaimItem;
  news: RowNews;
  today: string;
  /** Null when nothing can be done with several claims at once. */
  selection: { isSelected: boolean; onSelect: (isRange: boolean) => void } | null;
  /** Null when no step of this claim can be taken from here. */
  onSteps: (() => void) | null;
}

/** One claim of the table. What happened to it elsewhere shows in place; the row stays where it is. */
export function ClaimRow({ item, news, today, selection, onSteps }: ClaimRowProps) {
  const select = (event: MouseEvent<HTMLInputElement>) => selection?.onSelect(event.shiftKey);
  return (
    <tr
      id={rowId(item.id)}
      data-claim={item.id}
      data-row=""
      data-news={news === "same" ? undefined : news}
      className={clsx(
        "grid grid-cols-[1.75rem_minmax(0,1fr)] gap-y-1 border-b border-line px-3 py-2.5 align-top last:border-b-0 hover:bg-surface lg:table-row",
        selection?.isSelected && "bg-accent-soft",
        "focus-within:bg-surface",
      )}
    >
      <td className="row-span-5 lg:py-2.5 lg:pl-3">
        {selection === null ? null : (
          <input
            type="checkbox"
            form="bulk"
            name="claim"
            value={`${item.id}~${item.version}`}
            checked={selection.isSelected}
            onClick={select}
            onChange={() => undefined}
            aria-label={`Select: ${item.statement}`}
            className="mt-1 size-4 accent-accent"
          />
        )}
      </td>
      <td className="lg:py-2.5 lg:pr-4">
        <span className="flex min-w-0 flex-col gap-0.5">
          <Link
            to={`/desk/claims/${item.id}`}
            data-claim-link=""
            data-row-link=""
            className="scroll-my-20 rounded-sm font-medium hover:underline"
          >
            {item.statement}
          </Link>
          <span className="text-sm text-muted">
            {item.claimant === null ? (
              "In the outlet’s own voice"
            ) : (
              <Link
                to={listAddress({ ...everyClaim, claimant: item.claimant })}
                className="rounded-sm text-muted hover:underline"
              >
                {item.claimant}
              </Link>
            )}
            {" · "}
            {claimTypeLabel[item.type]} · in{" "}
            <Link
              to={listAddress({ ...everyClaim, article: item.articleId })}
              className="rounded-sm text-muted hover:underline"
            >
              “{item.articleTitle}”
            </Link>
          </span>
          <TopicLabels topics={item.topics} />
        </span>
      </td>
      <td className="lg:py-2.5 lg:pr-4">
        <span className="flex flex-wrap items-center gap-1.5 lg:flex-col lg:items-start">
          <ClaimStateBadge state={item.state} />
          <NewsMark news={news} />
          <DriftMark claimId={item.id} />
          <HelpMark claimId={item.id} />
          <PeopleHere claimId={item.id} />
        </span>
      </td>
      <td className="text-sm lg:py-2.5 lg:pr-4">
        <People item={item} />
      </td>
      <td className="lg:py-2.5 lg:pr-4">
        <span className="flex flex-wrap items-start gap-1.5 lg:flex-col">
          <Deadline dueOn={item.dueOn} today={today} />
          <PriorityBadge priority={item.priority} />
          <span className="text-xs text-muted">
            Worth {item.checkWorthiness.toFixed(2)}, changed <Time iso={item.updatedAt} />
          </span>
        </span>
      </td>
      <td className="lg:py-2.5 lg:pr-3 lg:text-right">
        {onSteps === null ? null : (
          <Button type="button" size="small" onClick={onSteps} data-steps="">
            Steps…<span className="sr-only"> for {item.statement}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

export function People({ item }: { item: ClaimItem }) {
  if (item.leadId === null && item.secondId === null)
    return <Badge className="self-start">Nobody yet</Badge>;
  return (
    <span className="flex flex-col">
      <span>{item.leadName ?? "Nobody"} leads</span>
      <span className="text-muted">{item.secondName ?? "Nobody"} second</span>
    </span>
  );
}
