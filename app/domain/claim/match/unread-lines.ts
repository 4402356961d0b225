import type { ReadReviews } from "./read-claim-reviews";

/** What came of an import: how many checks were read, and a line for each review or field that was not. */
export interface ImportReport {
  url: string;
  read: number;
  added: number;
  changed: number;
  lines: string[];
}

/** One line for each review that was left out, and for each field that was, in their order. */
export function unreadLines({ unread, partly }: Omit<ReadReviews, "checks">): string[] {
  const left = unread.map(({ at, url, why }) => ({
    at,
    line: `Review ${at}${url === null ? "" : ` (${url})`}: ${why}; left out.`,
  }));
  const fields = partly.flatMap(({ at, url, fields }) =>
    fields.map(({ field, why }) => ({
      at,
      line: `Review ${at} (${url}), ${field}: ${why}. The review was taken in without it.`,
    })),
  );
  return [...left, ...fields].toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}
