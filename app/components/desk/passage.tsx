export interface PassageProps {
  /** Paragraph by paragraph; `marked` are the claim's own words. */
  passage: readonly (readonly { text: string; marked: boolean }[])[];
  language: string;
}

/** The claim's words in their own paragraph, for those who are not shown the whole article. */
export function Passage({ passage, language }: PassageProps) {
  return (
    <blockquote
      lang={language}
      className="flex max-w-prose flex-col gap-3 border-l-4 border-line-strong pl-4 font-serif text-lg wrap-anywhere"
    >
      {passage.map((paragraph, index) => (
        <p key={index} className="text-muted">
          {paragraph.map(({ text, marked }, at) =>
            marked ? (
              <mark key={at} className="passage text-ink">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </blockquote>
  );
}
