import { Link } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { RowNews } from "~/domain/claim/list/list-news";
import type { ListStep } from "~/domain/review/list-steps";

import { ClaimStateBadge } from "../claim-state-badge";
import { Deadline, PriorityBadge } from "../deadline";
import { DriftMark } from "../drift/drift-marks";
import { HelpMark } from "../help-marks";
import { PeopleHere } from "../people-here";
import { TopicLabels } from "../topics/topic-labels";
import { People } from "./claim-row";
import { NewsMark } from "./news-mark";

export interface ClaimCardProps {
  item: ClaimItem;
  news: RowNews;
  today: string;
  /** What may be done with it from here. */
  steps: readonly ListStep[];
  onSteps: (action?: ListStep["action"]) => void;
  onDrag: (isDragged: boolean) => void;
}

/** One claim of the board. Whatever a drag can do, its buttons can too. */
export function ClaimCard({ item, news, today, steps, onSteps, onDrag }: ClaimCardProps) {
  const mayAssign = steps.some(({ action }) => action === "assign");
  const others = steps.filter(({ action }) => action !== "assign");
  return (
    <li
      data-claim={item.id}
      data-news={news === "same" ? undefined : news}
      draggable={steps.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", item.statement);
        event.dataTransfer.effectAllowed = "move";
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      className="flex flex-col gap-1.5 rounded-md border border-line bg-raised p-2.5 text-sm"
    >
      <Link
        to={`/desk/claims/${item.id}`}
        draggable={false}
        className="rounded-sm font-medium hover:underline"
      >
        {item.statement}
      </Link>
      <span className="text-muted">
        {item.claimant ?? "The outlet"} · {item.articleTitle}
      </span>
      <TopicLabels topics={item.topics} />
      {news === "same" ? null : (
        <span className="flex flex-wrap gap-1">
          <ClaimStateBadge state={item.state} />
          <NewsMark news={news} />
        </span>
      )}
      <People item={item} />
      <span className="flex flex-wrap items-center gap-1.5">
        {item.dueOn === null ? null : <Deadline dueOn={item.dueOn} today={today} />}
        <PriorityBadge priority={item.priority} />
        <DriftMark claimId={item.id} />
        <HelpMark claimId={item.id} />
      </span>
      <span className="flex min-h-7 flex-wrap items-center gap-1.5">
        {mayAssign ? (
          <Button type="button" size="small" onClick={() => onSteps("assign")}>
            Assign to…<span className="sr-only"> for {item.statement}</span>
          </Button>
        ) : null}
        {others.length > 0 ? (
          <Button type="button" size="small" variant="quiet" onClick={() => onSteps()}>
            Steps…<span className="sr-only"> for {item.statement}</span>
          </Button>
        ) : null}
        <PeopleHere claimId={item.id} />
      </span>
    </li>
  );
}
