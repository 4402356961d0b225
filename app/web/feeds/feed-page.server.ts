import type { AppLoadContext } from "@remix-run/node";

import { readCursor, writeCursor } from "~/domain/report/feed-cursor";
import type { Publication } from "~/domain/report/publication";

/** Seconds for which a feed reader or a cache need not ask again. */
export const feedMaxAge = 300;

/** One page of what is published, and where it stands. */
export interface FeedPage {
  publications: Publication[];
  /** Of this page. */
  url: string;
  /** Of the page with what was changed before; null on the last one. */
  next: string | null;
  /** When anything on it was last changed; undefined where there is nothing. */
  changedAt: string | undefined;
}

/**
 * The page of a feed that a request asks for with `?before=`, at most `most` verdicts of it.
 *
 * @throws 400 in words for a `before` that was never given out.
 */
export async function feedPage(
  request: Request,
  { ports, publicUrl }: AppLoadContext,
  most: number,
): Promise<FeedPage> {
  const { pathname, searchParams } = new URL(request.url);
  const before = searchParams.get("before");
  const cursor = before === null ? undefined : readCursor(before);
  if (cursor === null) {
    throw new Response(
      "This is no place in the feed. Leave “before” out to begin with the newest.",
      {
        status: 400,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      },
    );
  }
  const found = await ports.publications.newest(most + 1, cursor);
  const publications = found.slice(0, most);
  const last = publications.at(-1);
  const address = (at: string | null) =>
    `${publicUrl}${pathname}${at === null ? "" : `?${new URLSearchParams({ before: at })}`}`;
  return {
    publications,
    url: address(cursor ? writeCursor(cursor) : null),
    next:
      last && found.length > most
        ? address(writeCursor({ changedAt: last.changedAt, slug: last.verdict.slug }))
        : null,
    changedAt: publications[0]?.changedAt,
  };
}
