import { insertedWords } from "~/domain/claim/inserted-words";

export interface MarkedStatementProps {
  statement: string;
  /** The words of the article that it was written from. */
  quote: string;
}

/** A statement with the words marked that do not stand in the quoted passage, so that a person sees what was added. */
export function MarkedStatement({ statement, quote }: MarkedStatementProps) {
  const letters = Array.from(statement);
  const spans = insertedWords(statement, quote);
  return (
    <>
      {spans.map((span, i) => (
        <span key={span.start}>
          {letters.slice(spans[i - 1]?.end ?? 0, span.start).join("")}
          <ins className="added-words">{span.text}</ins>
        </span>
      ))}
      {letters.slice(spans.at(-1)?.end ?? 0).join("")}
    </>
  );
}
