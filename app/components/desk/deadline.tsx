import { ArrowDown, ArrowUp, CalendarClock } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { CivilDate } from "~/components/ui/time";
import { daysBetween, deadlineWords } from "~/domain/calendar/date-words";
import type { Priority } from "~/domain/claim/claim";

export interface DeadlineProps {
  dueOn: string | null;
  /** Today's civil date, YYYY-MM-DD. */
  today: string;
}

/** By when something is due, and how near that is. */
export function Deadline({ dueOn, today }: DeadlineProps) {
  if (dueOn === null) return <span className="text-sm text-muted">No deadline</span>;
  const left = daysBetween(today, dueOn);
  const tone =
    left !== null && left < 0 ? "danger" : left !== null && left <= 1 ? "warning" : "neutral";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm">
      <Badge tone={tone} icon={CalendarClock}>
        {deadlineWords(today, dueOn)}
      </Badge>
      <CivilDate date={dueOn} className="text-muted" />
    </span>
  );
}

/** A priority that is not the usual one. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  if (priority === "normal") return null;
  return priority === "high" ? (
    <Badge tone="warning" icon={ArrowUp}>
      High priority
    </Badge>
  ) : (
    <Badge icon={ArrowDown}>Low priority</Badge>
  );
}
