import {
  notificationPath,
  shortStatement,
  whatHappened,
  type Notification,
} from "~/domain/notification/notification";

import type { Ports } from "./ports";

/** A notification as it stands in a list. */
export interface ListedNotification extends Pick<Notification, "id" | "kind" | "at"> {
  what: string;
  statement: string;
  to: string;
  isRead: boolean;
}

export interface NotificationPage {
  notifications: ListedNotification[];
  /** The newest on this page: what "mark all as read" reaches up to. Null when there is none. */
  newest: number | null;
  /** Where the next page begins; null on the last one. */
  older: number | null;
}

const perPage = 30;

/** What the person who asks was told, the newest first; `before` continues an earlier page. */
export async function readNotifications(
  { notifications, claims, people }: Pick<Ports, "notifications" | "claims" | "people">,
  before: number | null,
): Promise<NotificationPage> {
  const found = await notifications.page(perPage + 1, before);
  const shown = found.slice(0, perPage);
  const [about, names] = await Promise.all([
    shown.length === 0 ? [] : claims.these([...new Set(shown.map(({ claimId }) => claimId))]),
    people.names(shown.flatMap(({ by }) => by ?? [])),
  ]);
  const statements = new Map(about.map(({ id, statement }) => [id, statement]));
  return {
    notifications: shown.map((one) => ({
      id: one.id,
      kind: one.kind,
      at: one.at,
      what: whatHappened({
        ...one,
        byName: one.by === null ? null : (names.get(one.by) ?? "A colleague"),
      }),
      statement: shortStatement(statements.get(one.claimId) ?? "", 160),
      to: notificationPath(one),
      isRead: one.readAt !== null,
    })),
    newest: shown[0]?.seq ?? null,
    older: found.length > perPage ? (shown.at(-1)?.seq ?? null) : null,
  };
}
