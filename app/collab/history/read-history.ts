import type { ReviewDocumentStore } from "../store";
import type { LoggedEdit } from "~/domain/review/logged-edit";

/** The rows of a review's log after one, oldest first. Rejects when storage cannot be reached in time. */
export async function readHistory(
  store: Pick<ReviewDocumentStore, "historyAfter">,
  claimId: string,
  after = 0,
): Promise<LoggedEdit[]> {
  const rows: LoggedEdit[] = [];
  for (;;) {
    const more = await store.historyAfter(claimId, rows.at(-1)?.n ?? after);
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}
