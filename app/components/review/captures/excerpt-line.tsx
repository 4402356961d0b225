import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";

import { textFailureWords } from "~/domain/evidence/capture";
import type { ExcerptCheck } from "~/domain/evidence/excerpt-check";
import type { SourceStanding } from "~/domain/evidence/source-standing";

interface Said {
  icon: LucideIcon;
  tone: string;
  words: string;
}

/** Whether an excerpt is in the captured text, said plainly. */
export function excerptSaid(check: ExcerptCheck): Said {
  switch (check.kind) {
    case "found":
      return {
        icon: CircleCheck,
        tone: "text-success",
        words: "The excerpt stands in the capture.",
      };
    case "changed":
      return {
        icon: TriangleAlert,
        tone: "text-warning",
        words: `The excerpt stands in the capture with changes: ${Math.floor(check.share * 100)} % of its letters are the same.`,
      };
    case "missing":
      return {
        icon: CircleAlert,
        tone: "text-danger",
        words: "The excerpt was not found in the capture.",
      };
  }
}

export function ExcerptLine({
  standing: { kept, excerpt },
  hasExcerpt,
}: {
  standing: SourceStanding;
  hasExcerpt: boolean;
}) {
  if (kept === null) return null;
  if (kept.noText !== null) {
    return <Said icon={Info} tone="text-muted" words={textFailureWords[kept.noText]} />;
  }
  return excerpt === null || !hasExcerpt ? null : <Said {...excerptSaid(excerpt)} />;
}

function Said({ icon: Icon, tone, words }: Said) {
  return (
    <p className={clsx("flex items-start gap-1.5", tone)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {words}
    </p>
  );
}
