import { Link } from "@remix-run/react";

import { Time } from "~/components/ui/time";
import { ContentHash } from "~/components/verdict/content-hash";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { Claim } from "~/domain/claim/claim";
import type { Rating } from "~/domain/verdict/rating";

import { ShortClaimField } from "./short-claim-field";

export interface Approved {
  claim: Pick<Claim, "id" | "version" | "statement">;
  rating: Rating | null;
  summary: string;
  contentHash: string;
  /** Who cleared it for publication, when somebody did. */
  cleared: { byName: string; at: string } | null;
}

export interface ApprovedVerdictProps {
  verdict: Approved;
  shortClaim: string;
  onShortClaim: (shortClaim: string) => void;
  errors?: readonly string[] | undefined;
}

/** A verdict that is to be published, with what is written for it here. */
export function ApprovedVerdict(props: ApprovedVerdictProps) {
  const { verdict, shortClaim, onShortClaim, errors } = props;
  const { claim, rating, summary, contentHash, cleared } = verdict;
  return (
    <div className="flex flex-col gap-3">
      <input type="hidden" name={`version:${claim.id}`} value={claim.version} />
      <div className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-2">
          {rating === null ? null : <RatingBadge rating={rating} />}
          <span className="font-medium">{claim.statement}</span>
        </p>
        <p className="text-sm">{summary}</p>
        {contentHash === "" ? null : <ContentHash hash={contentHash} />}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {cleared === null ? (
            "Not cleared."
          ) : (
            <>
              Cleared by {cleared.byName}, <Time iso={cleared.at} />
            </>
          )}
          <Link
            to={`/desk/approvals/${claim.id}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Read it in the approval lane
          </Link>
        </p>
      </div>
      <ShortClaimField
        claimId={claim.id}
        value={shortClaim}
        onChange={onShortClaim}
        errors={errors}
      />
    </div>
  );
}
