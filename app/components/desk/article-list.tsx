import { Link } from "@remix-run/react";
import { KeyRound, Newspaper, Plus, Rss } from "lucide-react";

import { useRowKeys } from "~/components/keyboard/use-row-keys";
import { Badge } from "~/components/ui/badge";
import { ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { stateIcon } from "~/components/ui/icons";
import { Page, PageHeader } from "~/components/ui/page";
import { CivilDate, Time } from "~/components/ui/time";
import { claimStates, stateLabel, type ClaimState } from "~/domain/review/workflow";

export interface ArticleListItem {
  id: string;
  title: string;
  outlet: string | null;
  publishedOn: string | null;
  createdAt: string;
  demo: boolean;
  claims: Partial<Record<ClaimState, number>>;
}

export interface ArticleListProps {
  articles: readonly ArticleListItem[];
  mayCreate: boolean;
}

/** All articles of the desk and how far their claims are. */
export function ArticleList({ articles, mayCreate }: ArticleListProps) {
  useRowKeys(articles.length > 0);
  const create = mayCreate ? (
    <ButtonLink to="/desk/articles/new" variant="primary" icon={Plus}>
      New article
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Articles"
        meta={articles.length === 1 ? "1 article" : `${articles.length} articles`}
        actions={
          <>
            {mayCreate ? (
              <>
                <ButtonLink to="/desk/inbox" variant="quiet" icon={Rss}>
                  Inbox
                </ButtonLink>
                <ButtonLink to="/desk/tokens" variant="quiet" icon={KeyRound}>
                  Tokens
                </ButtonLink>
              </>
            ) : null}
            {articles.length > 0 ? create : null}
          </>
        }
      />
      {articles.length === 0 ? (
        <EmptyState icon={Newspaper} title="There is no article yet" action={create}>
          {mayCreate
            ? "Paste a text, upload a file or give an address. The claims in it are found for you."
            : "An editor takes in the first one."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function ArticleRow({ article }: { article: ArticleListItem }) {
  return (
    <li
      data-row=""
      className="relative flex flex-col gap-1.5 px-4 py-3 focus-within:bg-surface hover:bg-surface"
    >
      <span className="flex flex-wrap items-baseline gap-x-3">
        <Link
          to={`/desk/articles/${article.id}`}
          data-row-link=""
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {article.title}
        </Link>
        {article.demo ? <Badge tone="warning">Demonstration</Badge> : null}
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        {article.outlet === null ? null : <span>{article.outlet}</span>}
        {article.publishedOn === null ? null : <CivilDate date={article.publishedOn} />}
        <span>
          Taken in <Time iso={article.createdAt} />
        </span>
      </span>
      <ClaimCounts claims={article.claims} />
    </li>
  );
}

/** How many claims stand in each state, the states without any left out. */
export function ClaimCounts({ claims }: { claims: Partial<Record<ClaimState, number>> }) {
  const counted = claimStates.filter((state) => (claims[state] ?? 0) > 0);
  if (counted.length === 0) return <span className="text-sm text-muted">No claims yet</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {counted.map((state) => {
        const Icon = stateIcon[state];
        return (
          <li key={state} className="inline-flex items-center gap-1.5">
            <Icon aria-hidden className="size-3.5" />
            {claims[state]} {stateLabel[state].toLowerCase()}
          </li>
        );
      })}
    </ul>
  );
}
