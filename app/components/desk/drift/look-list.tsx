import { Time } from "~/components/ui/time";
import type { Look } from "~/domain/article/drift/drift";

import { OutcomeBadge } from "./look-status";

/** The latest looks at an article, the newest first. */
export function LookList({ looks }: { looks: readonly Look[] }) {
  if (looks.length === 0) return <p className="text-sm text-muted">Nobody has looked yet.</p>;
  return (
    <ol aria-label="The latest looks" className="flex flex-col gap-1.5 text-sm">
      {looks.map((look) => (
        <li key={look.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {look.outcome === null ? <span>Open</span> : <OutcomeBadge outcome={look.outcome} />}
          <Time iso={look.endedAt ?? look.askedAt} className="text-muted" />
          <span className="text-muted">
            {look.askedBy === null ? "by schedule" : "asked for"}
            {look.problem === null ? "" : `, ${look.problem.replaceAll("_", " ")}`}
            {look.number === null ? "" : `, kept version ${look.number}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
