import { Badge } from "~/components/ui/badge";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { Rating } from "~/domain/verdict/rating";
import { surenessLabel, type Sureness } from "~/domain/verdict/sureness";

export interface VerdictSideProps {
  /** Whose verdict this is: "Lead reviewer", "Second reviewer". */
  capacity: string;
  name: string;
  at: string;
  rating: Rating;
  /** The summary or the reason. */
  words: string;
  /** How sure they said they were; null where they did not say. */
  confidence?: Sureness | null;
  /** For a second verdict: whether it was given before the first was seen. */
  blind?: boolean;
}

/** One of two verdicts that stand side by side. */
export function VerdictSide({
  capacity,
  name,
  at,
  rating,
  words,
  confidence,
  blind,
}: VerdictSideProps) {
  return (
    <section
      aria-label={`${capacity}: ${name}`}
      className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-4"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {capacity}
        {blind === undefined ? null : (
          <Badge tone={blind ? "success" : "warning"}>
            {blind ? "Decided blind" : "Had seen an earlier version"}
          </Badge>
        )}
      </p>
      <p className="font-semibold">{name}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <RatingBadge rating={rating} />
        {confidence ? <span className="text-sm">{surenessLabel[confidence]}</span> : null}
      </p>
      <p className="font-serif whitespace-pre-line">{words}</p>
      <Time iso={at} className="text-sm text-muted" />
    </section>
  );
}

export interface BothVerdictsProps {
  first: Omit<VerdictSideProps, "capacity" | "confidence" | "blind">;
  second: Omit<VerdictSideProps, "capacity">;
}

/** The lead's and the second reviewer's verdict side by side. */
export function BothVerdicts({ first, second }: BothVerdictsProps) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <VerdictSide capacity="Lead reviewer" {...first} />
      <VerdictSide capacity="Second reviewer" {...second} />
    </div>
  );
}
