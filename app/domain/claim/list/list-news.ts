import type { ChangedItem, ClaimItem, ClaimNews } from "./claim-item";

/** What came in since a list was loaded, without anything having been moved. */
export interface NewsOfList {
  seq: number;
  /** The claims that changed, as they are now, by id. */
  changed: Readonly<Record<string, ChangedItem>>;
  /** So much changed that single claims are not told any more. */
  more: boolean;
}

export const noNews = (seq: number): NewsOfList => ({ seq, changed: {}, more: false });

/** Takes news in. Those that are older than what is known change nothing. */
export function withNews(known: NewsOfList, { seq, changed, more }: ClaimNews): NewsOfList {
  if (seq <= known.seq) return known;
  const later = Object.fromEntries(changed.map((item) => [item.id, item]));
  return { seq, changed: { ...known.changed, ...later }, more: known.more || more };
}

/** How a row stands to what is shown: as it was loaded, changed in its place, or gone from the filter. */
export type RowNews = "same" | "changed" | "gone";

/** Rows in the places they had, each as it is now. */
export function rowsInPlace(
  rows: readonly ClaimItem[],
  news: NewsOfList,
): { item: ClaimItem; news: RowNews }[] {
  return rows.map((row) => {
    const now = news.changed[row.id];
    if (now === undefined || isSame(now, row)) return { item: row, news: "same" };
    return { item: now, news: now.matches ? "changed" : "gone" };
  });
}

/** A topic changes no claim’s version: it can come from the article. */
const isSame = (now: ClaimItem, row: ClaimItem): boolean =>
  now.version === row.version && topicsOf(now) === topicsOf(row);
const topicsOf = ({ topics }: ClaimItem): string =>
  topics.map(({ id, name }) => `${id} ${name}`).join();

/** How many changes a fresh look would show: rows that changed, left, or would come in. */
export function waitingChanges(rows: readonly ClaimItem[], news: NewsOfList): number {
  const shown = new Map(rows.map((row) => [row.id, row]));
  return Object.values(news.changed).filter((item) => {
    const row = shown.get(item.id);
    return row === undefined ? item.matches : !isSame(item, row);
  }).length;
}
