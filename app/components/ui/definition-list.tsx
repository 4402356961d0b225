import clsx from "clsx";
import type { ReactNode } from "react";

export interface Definition {
  term: string;
  value: ReactNode;
}

/** Facts about one thing, term by term. An item whose value is null is left out. */
export function DefinitionList({
  items,
  className,
}: {
  items: readonly Definition[];
  className?: string;
}) {
  return (
    <dl
      className={clsx("grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]", className)}
    >
      {items
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-sm text-muted max-sm:-mb-2">{term}</dt>
            <dd className="min-w-0 text-sm">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
