import { Time } from "~/components/ui/time";
import { describePublicStep, type PublicCapacity } from "~/domain/audit/describe-public-step";

/** One step of a published report, as readers may see it. */
export interface PublicStep {
  seq: number;
  at: string;
  action: string;
  entityId: string;
  capacity: PublicCapacity;
  hash: string;
}

export interface PublicTrailProps {
  trail: readonly PublicStep[];
  /** The claims by id, in the words of the report, to say which one a step was about. */
  claims: ReadonlyMap<string, string>;
}

/** The steps that led to a report, folded away: number, sentence, time and hash of each. */
export function PublicTrail({ trail, claims }: PublicTrailProps) {
  if (trail.length === 0) return <p className="text-muted">No step is on record here.</p>;
  return (
    <details className="rounded-lg border border-line">
      <summary className="min-h-9 px-4 py-2 font-medium">
        All {trail.length} recorded steps, in order
      </summary>
      <ol className="divide-y divide-line border-t border-line text-sm">
        {trail.map((step) => (
          <li key={step.seq} className="flex flex-col px-4 py-2">
            <span>{describePublicStep(step.action, step.capacity)}</span>
            {claims.has(step.entityId) ? (
              <span className="text-muted">“{claims.get(step.entityId)}”</span>
            ) : null}
            <span className="flex flex-wrap gap-x-3 text-xs text-muted">
              <span>Entry {step.seq}</span>
              <Time iso={step.at} />
              <code className="font-mono" title={step.hash}>
                {step.hash.slice(0, 16)}
              </code>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
