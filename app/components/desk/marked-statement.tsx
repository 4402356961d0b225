import type { InsertedSpan } from "~/domain/claim/inserted-words";

export interface MarkedStatementProps {
  statement: string;
  /** In code points of the statement, in order. */
  inserted: readonly InsertedSpan[];
}

/** A statement in which the words that do not stand in its passage are underlined. */
export function MarkedStatement({ statement, inserted }: MarkedStatementProps) {
  const letters = Array.from(statement);
  const text = (from: number, to?: number) => letters.slice(from, to).join("");
  return (
    <p>
      {inserted.map((span, at) => (
        <span key={span.start}>
          {text(inserted[at - 1]?.end ?? 0, span.start)}
          <ins className="bg-accent-soft underline decoration-accent decoration-2 underline-offset-4">
            {text(span.start, span.end)}
          </ins>
        </span>
      ))}
      {text(inserted.at(-1)?.end ?? 0)}
    </p>
  );
}
