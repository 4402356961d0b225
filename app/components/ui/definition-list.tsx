import clsx from "clsx";
import type { ReactNode } from "react";

export interface Definition {
  term: string;
  value: ReactNode;
}

export interface DefinitionListProps {
  items: readonly Definition[];
  /** In a row, each term above its value; else one under the other. */
  row?: boolean;
  className?: string;
}

/** Facts about one thing, term by term. An item whose value is null is left out. */
export function DefinitionList({ items, row = false, className }: DefinitionListProps) {
  return (
    <dl
      className={clsx(
        row
          ? "flex flex-wrap gap-x-10 gap-y-2"
          : "grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]",
        className,
      )}
    >
      {items
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <div key={term} className={row ? "min-w-0" : "contents"}>
            <dt className={clsx("text-sm text-muted", !row && "max-sm:-mb-2")}>{term}</dt>
            <dd className="min-w-0 text-sm">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
