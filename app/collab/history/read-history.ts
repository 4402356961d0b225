import type { ReviewDocumentStore } from "../store";
import type { LoggedEdit } from "~/domain/review/logged-edit";

/** All rows of a review's log, oldest first. Rejects when storage cannot be reached in time. */
export async function readHistory(
  store: Pick<ReviewDocumentStore, "historyAfter">,
  claimId: string,
): Promise<LoggedEdit[]> {
  const rows: LoggedEdit[] = [];
  for (;;) {
    const more = await store.historyAfter(claimId, rows.at(-1)?.n ?? 0);
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}
