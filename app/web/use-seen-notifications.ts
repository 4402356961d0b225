import { useEffect } from "react";

import { askAgain } from "./use-unread";

/**
 * Whoever has come to a claim need not be told of it any more. Says so past the router: an answer to a form of the page
 * loads the page again, and where storage is away just then an error would stand in place of the editor.
 *
 * @param newestUnread the newest that they were told of the claim and have not read, by its number; null for none.
 */
export function useSeenNotifications(claimId: string, newestUnread: number | null): void {
  useEffect(() => {
    if (newestUnread === null) return;
    const body = new URLSearchParams({ claimId });
    fetch("/desk/notifications/unread", { method: "POST", body })
      .then(askAgain)
      // It stays unread, and is seen at the next visit.
      .catch(() => undefined);
  }, [claimId, newestUnread]);
}
