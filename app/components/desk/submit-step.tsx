import { Form } from "@remix-run/react";
import { CircleAlert, Send } from "lucide-react";

import { commentElementId } from "~/components/review/discussion/comment-link";
import { threadName } from "~/components/review/discussion/thread-place";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";
import { openThreadsMessage, type Thread } from "~/domain/review/discussion";

import { KeptReason } from "./kept-reason";

export interface SubmitStepProps extends FormState {
  claim: Claim;
  /** What is known to be missing before trying. */
  missing: readonly string[];
  /** The open threads of the discussion; null until they are known. */
  openThreads: readonly Thread[] | null;
  /** Whether the second reviewer reads the rationale before deciding. */
  rationaleIsRead: boolean;
}

/** Hands the review to the second reviewer; says before and after trying what keeps it from that. */
export function SubmitStep(props: SubmitStepProps) {
  const { claim, missing, openThreads, rationaleIsRead, failure, busy } = props;
  const refused = failureOf(failure, "submit", claim.id);
  const { discussion, ...fields } = refused?.errors ?? {};
  // What the discussion says now is newer than what a refusal said of it.
  const open = openThreads === null ? discussion : openThreadsMessage(openThreads.length);
  const lacking = [
    ...(refused ? Object.values(fields).flat() : missing),
    ...(open ? [open] : []),
  ].flat();
  const isOnlyOld = refused !== null && lacking.length === 0 && discussion !== undefined;
  return (
    <Form method="post" className="flex flex-col gap-3">
      <ClaimFields intent="submit" claim={claim} />
      {refused !== null && lacking.length === 0 && !isOnlyOld ? (
        <FailureNotice failure={refused} />
      ) : null}
      {lacking.length > 0 ? (
        <div
          role={refused ? "alert" : undefined}
          className="rounded-md border border-warning-line bg-warning-soft px-3 py-2.5 text-sm"
        >
          <p className="flex gap-1.5 font-medium text-warning">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {refused
              ? "Not submitted yet. What you wrote is saved; still missing:"
              : "Still missing:"}
          </p>
          <ul className="mt-1 list-disc pl-8">
            {lacking.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <OpenThreadLinks threads={openThreads ?? []} />
        </div>
      ) : null}
      <Button variant="primary" icon={Send} busy={busy}>
        Submit for the second review
      </Button>
      <KeptReason refused={refused} hint="The second reviewer reads it only after deciding." />
      <p className="text-sm text-muted">
        Freezes rating, summary, rationale and evidence as they are saved now.
        {rationaleIsRead
          ? " The second reviewer reads the rationale before deciding, so do not name your rating in it."
          : null}
      </p>
    </Form>
  );
}

const mostLinks = 5;

function OpenThreadLinks({ threads }: { threads: readonly Thread[] }) {
  if (threads.length === 0) return null;
  const rest = threads.length - mostLinks;
  return (
    <ul className="mt-1.5 flex flex-col gap-1 pl-5">
      {threads.slice(0, mostLinks).map((thread) => (
        <li key={thread.id}>
          <a
            href={`#${commentElementId(thread.id)}`}
            className="line-clamp-2 min-h-6 wrap-anywhere py-0.5 underline decoration-warning-line underline-offset-2"
          >
            {threadName(thread)}
          </a>
        </li>
      ))}
      {rest > 0 ? <li>and {rest} more</li> : null}
    </ul>
  );
}
