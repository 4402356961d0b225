import clsx from "clsx";
import type * as Y from "yjs";

import { useY } from "~/collab/use-y";
import { summaryLimit } from "~/domain/verdict/check-draft";

import { FieldComments } from "./discussion/field-comments";
import { fieldElementId } from "./discussion/field-place";
import { LiveField } from "./live-field";
import { SharedTextarea } from "./shared-textarea";

/** The verdict in one sentence, with how much of its length is used. */
export function SummaryField({ summary }: { summary: Y.Text }) {
  useY(summary);
  const used = summary.length;
  const tooLong = used > summaryLimit;
  return (
    <LiveField
      id={fieldElementId({ field: "summary" })}
      part="summary"
      label="Verdict in one sentence"
      aside={<FieldComments field="summary" name="the verdict in one sentence" />}
      hint={
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span>What a reader takes away, without having read the rationale.</span>
          <span className="flex items-center gap-2">
            <meter
              aria-hidden
              min={0}
              max={summaryLimit}
              high={summaryLimit - 20}
              value={Math.min(used, summaryLimit)}
              className="gauge w-20"
            />
            <span className={clsx("tabular-nums", tooLong && "font-semibold text-danger")}>
              {used} of {summaryLimit}
            </span>
          </span>
        </span>
      }
      error={tooLong ? `Shorten it to ${summaryLimit} characters before it is submitted.` : null}
    >
      {(described) => (
        <SharedTextarea {...described} part="summary" text={summary} rows={2} maxLength={2000} />
      )}
    </LiveField>
  );
}
