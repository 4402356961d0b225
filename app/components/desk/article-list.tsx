import { Form, Link } from "@remix-run/react";
import { KeyRound, Newspaper, Plus, Rss, Search } from "lucide-react";

import { useRowKeys } from "~/components/keyboard/use-row-keys";
import { Badge } from "~/components/ui/badge";
import { Button, ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { TextField } from "~/components/ui/field";
import { Page, PageHeader } from "~/components/ui/page";
import { CivilDate, Time } from "~/components/ui/time";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
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
  /** One page of them, the newest first. */
  articles: readonly ArticleListItem[];
  /** What the title or the outlet is to hold; empty for all. */
  text: string;
  isFirst: boolean;
  /** Where the next page begins; null on the last. */
  next: string | null;
  mayCreate: boolean;
}

/** The articles of the desk and how far their claims are. */
export function ArticleList({ articles, text, isFirst, next, mayCreate }: ArticleListProps) {
  useRowKeys(articles.length > 0);
  const isNone = articles.length === 0 && text === "" && isFirst;
  const create = mayCreate ? (
    <ButtonLink to="/desk/articles/new" variant="primary" icon={Plus}>
      New article
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Articles"
        meta={countWords(articles.length, isFirst && next === null)}
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
            {isNone ? null : create}
          </>
        }
      />
      {isNone ? null : <Finder key={text} text={text} />}
      {isNone ? (
        <EmptyState icon={Newspaper} title="There is no article yet" action={create}>
          {mayCreate
            ? "Paste a text, upload a file or give an address. The claims in it are found for you."
            : "An editor takes in the first one."}
        </EmptyState>
      ) : articles.length === 0 ? (
        <EmptyState
          icon={Newspaper}
          title={isFirst ? `No title or outlet holds “${text}”` : "There are no more"}
          action={<ButtonLink to="/desk/articles">All articles</ButtonLink>}
        >
          {isFirst
            ? "What is looked for is the newest title of an article, and its outlet."
            : "This was the last page."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} />
          ))}
        </ul>
      )}
      {isFirst && next === null ? null : (
        <nav aria-label="Pages" className="flex justify-end gap-2">
          {isFirst ? null : <ButtonLink to={address(text)}>First page</ButtonLink>}
          {next === null ? null : <ButtonLink to={address(text, next)}>Next page</ButtonLink>}
        </nav>
      )}
    </Page>
  );
}

const countWords = (count: number, isAll: boolean): string =>
  isAll
    ? count === 1
      ? "1 article"
      : `${count} articles`
    : `${count} on this page, the newest first`;

function address(text: string, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(text !== "" && { q: text }),
    ...(after !== null && { after }),
  }).toString();
  return query === "" ? "/desk/articles" : `/desk/articles?${query}`;
}

/** Looks for articles by title or outlet: a plain form that asks for the list anew. */
function Finder({ text }: { text: string }) {
  return (
    <WorksWhileReadOnly>
      <Form
        method="get"
        role="search"
        aria-label="Find articles"
        className="flex items-end gap-2 sm:max-w-xl"
      >
        <div className="min-w-0 flex-1">
          <TextField
            label="Title or outlet"
            name="q"
            type="search"
            maxLength={200}
            defaultValue={text}
            optional="unsaid"
          />
        </div>
        <Button icon={Search}>Find</Button>
        {text === "" ? null : <ButtonLink to="/desk/articles">All</ButtonLink>}
      </Form>
    </WorksWhileReadOnly>
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
      {counted.map((state) => (
        <li key={state}>
          {claims[state]} {stateLabel[state].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
