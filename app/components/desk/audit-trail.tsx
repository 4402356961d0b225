import { Time } from "~/components/ui/time";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { describeEvent } from "~/domain/audit/describe-event";

export interface AuditTrailProps {
  /** The oldest first. */
  events: readonly AuditEvent[];
}

/** What happened, as sentences, the latest first; each with its entry in the trail. */
export function AuditTrail({ events }: AuditTrailProps) {
  if (events.length === 0) return <p className="text-muted">Nothing has happened here yet.</p>;
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {events.toReversed().map((event) => (
        <li key={event.seq} className="flex flex-col border-l-2 border-line pl-3">
          <span className="whitespace-pre-line">{describeEvent(event)}</span>
          <span className="flex flex-wrap gap-x-2 text-xs text-muted">
            <Time iso={event.at} />
            <span title={`SHA-256 ${event.hash}`}>
              Entry {event.seq}, <code className="font-mono">{event.hash.slice(0, 12)}</code>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
