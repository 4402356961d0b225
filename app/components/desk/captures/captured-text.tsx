import type { ReactNode } from "react";

import type { ExcerptCheck } from "~/domain/evidence/excerpt-check";

export interface CapturedTextProps {
  text: string;
  /** Of the excerpts, in their order; where two overlap the first one is marked. */
  checks: readonly (ExcerptCheck | null)[];
}

/** The words of a capture, as words and nothing else, with the excerpts marked. */
export function CapturedText({ text, checks }: CapturedTextProps) {
  const marks = checks
    .flatMap((check, index) =>
      check === null || check.kind === "missing"
        ? []
        : [{ index, start: check.start, end: check.end }],
    )
    .sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { index, start, end } of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark
        key={index}
        id={`excerpt-${index}`}
        className="scroll-mt-20 rounded-sm bg-warning-soft px-0.5 text-ink outline outline-warning-line"
      >
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="The words of the capture"
      className="max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-raised p-4 font-serif wrap-anywhere whitespace-pre-line"
    >
      {parts}
    </div>
  );
}
