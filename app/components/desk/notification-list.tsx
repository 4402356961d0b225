import { Form, Link } from "@remix-run/react";
import { BellOff, Check, CheckCheck, Settings } from "lucide-react";

import { Button, ButtonLink } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";

export interface NotificationListItem {
  id: string;
  what: string;
  statement: string;
  at: string;
  to: string;
  isRead: boolean;
}

export interface NotificationListProps extends FormState {
  notifications: readonly NotificationListItem[];
  /** What "mark all as read" reaches up to; null when nothing is here. */
  newest: number | null;
  /** Where the older ones begin; null when there are none. */
  older: number | null;
}

/** What this person was told, the newest first. */
export function NotificationList(props: NotificationListProps) {
  const { notifications, newest, older, failure, busy } = props;
  const hasUnread = notifications.some(({ isRead }) => !isRead);
  return (
    <Page width="narrow">
      <PageHeader
        title="Notifications"
        actions={
          <>
            {newest !== null && hasUnread ? (
              <Form method="post">
                <input type="hidden" name="intent" value="see_all" />
                <input type="hidden" name="upTo" value={newest} />
                <Button icon={CheckCheck} busy={busy}>
                  Mark all as read
                </Button>
              </Form>
            ) : null}
            <ButtonLink to="/desk/settings" icon={Settings} variant="quiet">
              Settings
            </ButtonLink>
          </>
        }
      />
      <FailureNotice failure={failure} />
      {notifications.length === 0 ? (
        <EmptyState icon={BellOff} title="Nothing to tell you">
          When somebody assigns you to a claim, mentions you or takes a step on your work, it stands
          here. You choose in the settings what you are told, and how.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
          {notifications.map((one) => (
            <Row key={one.id} notification={one} busy={busy} />
          ))}
        </ul>
      )}
      {older === null ? null : (
        <p>
          <Link to={`?before=${older}`} className="underline">
            Older notifications
          </Link>
        </p>
      )}
    </Page>
  );
}

function Row({ notification, busy }: { notification: NotificationListItem; busy: boolean }) {
  const { id, what, statement, at, to, isRead } = notification;
  return (
    <li className="relative flex items-start gap-3 px-4 py-3 hover:bg-surface">
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${isRead ? "" : "bg-accent"}`}
      />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className={isRead ? "text-muted" : "font-semibold"}>
          {isRead ? null : <span className="sr-only">Unread: </span>}
          {what}
        </span>
        <Link to={to} className="after:absolute after:inset-0 hover:underline">
          {statement}
        </Link>
        <Time iso={at} className="text-sm text-muted" />
      </span>
      {isRead ? null : (
        <Form method="post" className="relative z-10">
          <input type="hidden" name="intent" value="see" />
          <input type="hidden" name="id" value={id} />
          <Button size="small" variant="quiet" icon={Check} busy={busy}>
            <span className="max-sm:sr-only">Mark as read</span>
            <span className="sr-only">: {statement}</span>
          </Button>
        </Form>
      )}
    </li>
  );
}
