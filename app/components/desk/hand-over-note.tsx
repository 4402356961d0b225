import { Form } from "@remix-run/react";
import { Check } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { Time } from "~/components/ui/time";
import type { HandOver } from "~/domain/review/hand-over";

export interface HandOverNoteProps extends FormState {
  claim: ClaimReference;
  handOver: HandOver;
  byName: string;
}

/** What was written for whoever was handed this review. It stands here until they say that they have read it. */
export function HandOverNote({ claim, handOver, byName, failure, busy }: HandOverNoteProps) {
  const { id, part, note, at } = handOver;
  return (
    <section
      aria-label="Note of the hand-over"
      className="flex flex-col gap-3 rounded-md border border-line-strong bg-raised px-3 py-2.5"
    >
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium">
            {byName} handed {part === "lead" ? "this review" : "the second verdict"} over to you
          </span>
          <Time iso={at} className="text-muted" />
        </p>
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">{note}</p>
      </div>
      <Form method="post">
        <ClaimFields intent="see_hand_over" claim={claim} />
        <input type="hidden" name="handOverId" value={id} />
        <FailureNotice failure={failureOf(failure, "see_hand_over", claim.id)} />
        <Button size="small" icon={Check} busy={busy}>
          I have read it
        </Button>
      </Form>
    </section>
  );
}
