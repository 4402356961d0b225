import { footnoteMark, type Reference } from "~/domain/verdict/footnotes";

/** Where a source stands on a page that lists it once. */
export const sourceElementId = (number: number): string => `source-${number}`;

/** Where the text refers to a source; places are counted in reading order. */
export const footnoteElementId = (place: number): string => `footnote-${place}`;

/** A footnote in the text: the number of its source, which leads there; words where the source was removed. */
export function FootnoteMark({ reference }: { reference: Reference | undefined }) {
  const source = reference?.source;
  if (!source) return <span className="text-sm text-danger"> {footnoteMark(undefined)}</span>;
  const { number, title } = source;
  return (
    <sup id={footnoteElementId(reference.place)} className="footnote">
      <a
        href={`#${sourceElementId(number)}`}
        role="doc-noteref"
        aria-label={`Source ${number}`}
        title={title || undefined}
        className="text-accent"
      >
        {footnoteMark(number)}
      </a>
    </sup>
  );
}

/** From a source back to each place of the text that refers to it. */
export function BackToText({ number, places }: { number: number; places: readonly number[] }) {
  if (places.length === 0) return null;
  return (
    <p className="no-print flex flex-wrap gap-x-3 text-sm">
      {places.map((place, index) => (
        <a
          key={place}
          href={`#${footnoteElementId(place)}`}
          role="doc-backlink"
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          {places.length === 1 ? "Back to the text" : `Back to the text, ${index + 1}`}
          <span className="sr-only"> from source {number}</span>
        </a>
      ))}
    </p>
  );
}
