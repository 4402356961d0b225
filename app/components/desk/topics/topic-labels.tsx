import { Link } from "@remix-run/react";
import { Tag } from "lucide-react";

import { everyClaim, listAddress } from "~/domain/claim/list/claim-filter";
import type { Topic } from "~/domain/topic/topic";

export interface TopicLabelsProps {
  topics: readonly Pick<Topic, "id" | "name">[];
}

/** What something is about, as small labels that lead to all claims on it; nothing where there is none. */
export function TopicLabels({ topics }: TopicLabelsProps) {
  if (topics.length === 0) return null;
  return (
    <ul aria-label="Topics" className="flex flex-wrap gap-1">
      {topics.map(({ id, name }) => (
        <li key={id} className="min-w-0">
          <Link
            to={listAddress({ ...everyClaim, topic: id })}
            draggable={false}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm border border-line-strong bg-raised px-1.5 text-xs font-medium text-muted no-underline hover:underline"
          >
            <Tag aria-hidden className="size-3 shrink-0" />
            <span className="min-w-0 break-words">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
