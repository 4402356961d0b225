import { Link } from "@remix-run/react";
import type { ReactNode, Ref } from "react";

import { DefinitionList } from "~/components/ui/definition-list";
import { PageHeader } from "~/components/ui/page";
import { claimTypeLabel, type Claim } from "~/domain/claim/claim";

import { ClaimStateBadge } from "./claim-state-badge";
import { Deadline, PriorityBadge } from "./deadline";

export interface ClaimHeaderProps {
  claim: Claim;
  articleTitle: string;
  outlet: string | null;
  leadName: string | null;
  secondName: string | null;
  /** Today's civil date, YYYY-MM-DD. */
  today: string;
  /** Beside the facts, for what is to be done with the statement. */
  actions?: ReactNode;
  statementRef?: Ref<HTMLHeadingElement>;
}

/** Nothing is due of what is out. */
const hasEnded = (state: Claim["state"]) => state === "published" || state === "retracted";

/** The head of a claim's room: the statement, where it is in its life, who has it, by when. */
export function ClaimHeader(props: ClaimHeaderProps) {
  const { claim, articleTitle, outlet, leadName, secondName, today, statementRef } = props;
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        kicker={
          <Link
            to={`/desk/articles/${claim.articleId}?claim=${claim.id}`}
            className="inline-block leading-6 underline"
          >
            {articleTitle}
          </Link>
        }
        long
        {...(statementRef && { titleRef: statementRef })}
        title={claim.statement}
        meta={
          <>
            <ClaimStateBadge state={claim.state} />
            <PriorityBadge priority={claim.priority} />
            {hasEnded(claim.state) ? null : <Deadline dueOn={claim.dueOn} today={today} />}
            {props.actions}
          </>
        }
      />
      <DefinitionList
        row
        items={[
          {
            term: "Said by",
            value: claim.claimant ?? `${outlet ?? "The outlet"}, in its own voice`,
          },
          { term: "Kind", value: claimTypeLabel[claim.type] },
          { term: "Lead reviewer", value: leadName },
          { term: "Second reviewer", value: secondName },
        ]}
      />
    </div>
  );
}
