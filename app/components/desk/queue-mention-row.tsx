import { Link } from "@remix-run/react";

import { commentElementId } from "~/components/review/discussion/comment-link";
import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";

export interface QueueMention {
  kind: "mentioned" | "accepted" | "declined";
  claim: Pick<Claim, "id" | "statement">;
  commentId: string;
  byName: string;
  at: string;
}

const titles = {
  mentioned: "Mentioned in a comment",
  accepted: "Proposal accepted",
  declined: "Proposal declined",
};

const sentences = {
  mentioned: "mentioned you in the discussion.",
  accepted: "accepted the change that you proposed.",
  declined: "declined the change that you proposed.",
};

/**
 * A discussion in which somebody mentioned this person, or decided on what they had proposed. It goes from the list when
 * they have been there.
 */
export function QueueMentionRow({ mention }: { mention: QueueMention }) {
  const { kind, claim, commentId, byName, at } = mention;
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span className="font-semibold text-accent-strong">{titles[kind]}</span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/claims/${claim.id}#${commentElementId(commentId)}`}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {claim.statement}
        </Link>
        <span className="text-sm text-muted">
          {byName} {sentences[kind]}
        </span>
      </span>
      <Time iso={at} className="text-sm text-muted" />
    </li>
  );
}
