import type { ReactNode } from "react";

import { Badge } from "~/components/ui/badge";
import { PageHeader } from "~/components/ui/page";
import { CivilDate } from "~/components/ui/time";
import type { Article } from "~/domain/article/article";
import { claimStates } from "~/domain/review/workflow";
import { safeLink } from "~/domain/verdict/safe-link";

import { ClaimCounts } from "./article-list";
import type { TriageClaim } from "./triage-claims";

export interface TriageHeaderProps {
  article: Article;
  claims: readonly TriageClaim[];
  actions: ReactNode;
}

/** Which article this is, where it is from, and how far its claims are. */
export function TriageHeader({ article, claims, actions }: TriageHeaderProps) {
  const { title, outlet, byline, publishedOn, sourceUrl, number } = article.latest;
  const address = sourceUrl === null ? null : safeLink(sourceUrl);
  const counts = Object.fromEntries(
    claimStates.map((state) => [state, claims.filter(({ claim }) => claim.state === state).length]),
  );
  return (
    <PageHeader
      title={title}
      meta={
        <>
          {article.demo ? <Badge tone="warning">Demonstration</Badge> : null}
          {outlet === null ? null : <span>{outlet}</span>}
          {byline === null ? null : <span>{byline}</span>}
          {publishedOn === null ? null : <CivilDate date={publishedOn} />}
          {number > 1 ? <span>Version {number}</span> : null}
          {address === null ? null : (
            <a href={address} rel="noopener noreferrer nofollow" className="text-accent underline">
              Original
            </a>
          )}
          <ClaimCounts claims={counts} />
        </>
      }
      actions={actions}
    />
  );
}
