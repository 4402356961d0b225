import { Form, Link } from "@remix-run/react";
import { Check, ExternalLink, X } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { civilDateWords } from "~/domain/calendar/date-words";
import type { ClaimMatch, MatchedWith } from "~/domain/claim/match/claim-match";
import { safeLink } from "~/domain/verdict/safe-link";

import { ClaimStateBadge } from "./claim-state-badge";

export interface ClaimMatchesProps extends FormState {
  matches: readonly ClaimMatch[];
  /** Whether this claim is still to be compared. */
  comparing: boolean;
  nameOf: (id: string | null) => string | null;
}

/** What a claim seems to repeat, each to be confirmed or ruled out by a person. */
export function ClaimMatches({ matches, comparing, nameOf, ...form }: ClaimMatchesProps) {
  if (matches.length === 0) {
    return (
      <p className="text-sm text-muted">
        {comparing
          ? "Being compared with what was checked before…"
          : "Nothing like it was checked before or is being checked."}
      </p>
    );
  }
  return (
    <ul aria-label="Seems to repeat" className="flex flex-col gap-2">
      {matches.map((match) => (
        <Match key={match.id} match={match} nameOf={nameOf} {...form} />
      ))}
    </ul>
  );
}

interface MatchProps extends FormState {
  match: ClaimMatch;
  nameOf: ClaimMatchesProps["nameOf"];
}

function Match({ match, nameOf, failure, busy }: MatchProps) {
  const refused =
    failure?.values["intent"] === "decide_match" && failure.values["matchId"] === match.id
      ? failure
      : null;
  const percent = Math.round(match.confidence * 100);
  const confirmed = match.state === "confirmed";
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-surface p-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={confirmed ? "success" : "accent"}>
          {confirmed ? `Confirmed${byWhom(nameOf(match.decidedBy))}` : "Seems to repeat"}
        </Badge>
        <span className="text-muted">{percent} % likely, by its words</span>
      </p>
      <Other match={match.with} />
      <FailureNotice failure={refused} />
      <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="decide_match" />
        <input type="hidden" name="matchId" value={match.id} />
        <input type="hidden" name="claimId" value={match.claimId} />
        {confirmed ? null : (
          <Button size="small" icon={Check} name="decision" value="confirmed" busy={busy}>
            Same claim
          </Button>
        )}
        <Button size="small" variant="quiet" icon={X} name="decision" value="rejected" busy={busy}>
          Another claim
        </Button>
      </Form>
    </li>
  );
}

const byWhom = (name: string | null) => (name === null ? "" : ` by ${name}`);

function Other({ match }: { match: MatchedWith }) {
  if (match.kind === "check") {
    return (
      <div className="flex min-w-0 flex-col gap-1">
        <p className="[overflow-wrap:anywhere]">“{match.claim}”</p>
        <p className="text-muted">
          {match.publisher}
          {match.checkedOn === null ? null : `, ${civilDateWords(match.checkedOn)}`}: rated “
          {match.rating}”
        </p>
        <a
          href={safeLink(match.url) ?? undefined}
          target="_blank"
          rel="noreferrer noopener"
          className="inline-flex min-h-6 items-center gap-1 text-accent underline"
        >
          Read that check
          <ExternalLink aria-hidden className="size-3.5" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="[overflow-wrap:anywhere]">“{match.statement}”</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        {match.verdict === null ? (
          <ClaimStateBadge state={match.state} />
        ) : (
          <RatingBadge rating={match.verdict.rating} />
        )}
        <span>{match.articleTitle}</span>
      </p>
      {match.verdict === null ? (
        <Link
          to={`/desk/articles/${match.articleId}?claim=${match.id}`}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Look at that claim
        </Link>
      ) : (
        <Link
          to={`/claims/${match.verdict.slug}`}
          reloadDocument
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Read our verdict
        </Link>
      )}
    </div>
  );
}
