import { Form } from "@remix-run/react";
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";

import { Button, ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormFailure } from "~/components/ui/form-failure";
import { Page, PageHeader } from "~/components/ui/page";
import { WithoutJobs } from "~/components/ui/desk-jobs";
import { Time } from "~/components/ui/time";
import type { Feed, FeedItem } from "~/domain/article/feed";
import { safeLink } from "~/domain/verdict/safe-link";

import { FeedList } from "./feed-list";

export interface InboxPageProps {
  items: readonly { item: FeedItem; articleId: string }[];
  dismissed: readonly FeedItem[];
  watched: readonly Feed[];
  failure: FormFailure | null;
  busy: boolean;
}

/** What the watched feeds brought, to be taken in or dismissed, and the feeds themselves. */
export function InboxPage({ items, dismissed, watched, failure, busy }: InboxPageProps) {
  return (
    <Page>
      <PageHeader
        title="Inbox"
        meta={items.length === 1 ? "1 new item" : `${items.length} new items`}
        actions={
          <ButtonLink to="/desk/articles" variant="quiet">
            Articles
          </ButtonLink>
        }
      />
      <FailureNotice failure={failure} />
      <WithoutJobs>No feed is read on this desk, so nothing new arrives here.</WithoutJobs>
      {items.length === 0 ? (
        <EmptyState icon={Inbox} title="Nothing waits here">
          {watched.length === 0
            ? "Add the feed of an outlet below. What it publishes appears here."
            : "What the feeds below bring appears here, within a quarter of an hour."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {items.map(({ item, articleId }) => (
            <Row key={item.id} item={item}>
              <Form method="post" action="/desk/articles/new">
                <input type="hidden" name="intent" value="fetch" />
                <input type="hidden" name="articleId" value={articleId} />
                <input type="hidden" name="item" value={item.id} />
                <input type="hidden" name="url" value={item.url} />
                <Button size="small" variant="primary" busy={busy}>
                  Take in<span className="sr-only">: {item.title}</span>
                </Button>
              </Form>
              <Decide intent="dismiss" item={item} busy={busy}>
                Dismiss
              </Decide>
            </Row>
          ))}
        </ul>
      )}
      {dismissed.length === 0 ? null : (
        <details className="mt-4">
          <summary className="cursor-pointer text-sm font-medium">
            Dismissed lately ({dismissed.length})
          </summary>
          <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-raised">
            {dismissed.map((item) => (
              <Row key={item.id} item={item}>
                <Decide intent="restore" item={item} busy={busy}>
                  Undo
                </Decide>
              </Row>
            ))}
          </ul>
        </details>
      )}
      <FeedList feeds={watched} failure={failure} busy={busy} />
    </Page>
  );
}

function Row({ item, children }: { item: FeedItem; children: ReactNode }) {
  const link = safeLink(item.url);
  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-start sm:justify-between">
      <div className="min-w-0">
        <p className="font-medium break-words">
          {link === null ? (
            item.title
          ) : (
            <a href={link} rel="noopener noreferrer nofollow" className="hover:underline">
              {item.title}
            </a>
          )}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{item.feedTitle}</span>
          <Time iso={item.publishedAt ?? item.foundAt} />
        </p>
        {item.summary === "" ? null : (
          <p className="mt-1 max-w-prose text-sm break-words">{item.summary}</p>
        )}
      </div>
      <div className="flex shrink-0 gap-2">{children}</div>
    </li>
  );
}

interface DecideProps {
  intent: "dismiss" | "restore";
  item: FeedItem;
  busy: boolean;
  children: string;
}

function Decide({ intent, item, busy, children }: DecideProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="itemId" value={item.id} />
      <Button size="small" variant="quiet" busy={busy}>
        {children}
        <span className="sr-only">: {item.title}</span>
      </Button>
    </Form>
  );
}
