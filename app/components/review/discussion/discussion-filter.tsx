import clsx from "clsx";
import { useId } from "react";

import { useDiscussion, type DiscussionFilter } from "./discussion-context";

/** Which threads are shown, with how many there are of each. */
export function DiscussionFilterField(counts: Record<DiscussionFilter, number>) {
  const { filter, onFilter } = useDiscussion();
  const name = useId();
  const labels: Record<DiscussionFilter, string> = { open: "Open", resolved: "Resolved" };
  return (
    <fieldset className="flex gap-1 border-b border-line">
      <legend className="sr-only">Threads shown</legend>
      {(["open", "resolved"] as const).map((value) => (
        <label
          key={value}
          className={clsx(
            "-mb-px flex min-h-8 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-2 py-1 text-sm font-medium text-muted",
            "hover:text-ink has-checked:border-accent has-checked:text-ink",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={filter === value}
            onChange={() => onFilter(value)}
            className="sr-only"
          />
          {labels[value]} <span className="tabular-nums">({counts[value]})</span>
        </label>
      ))}
    </fieldset>
  );
}
