import { useEffect, useRef } from "react";
import * as Y from "yjs";

import { acceptanceValue, resolutionValue } from "~/collab/comments/comment-fields";
import { reviewParts } from "~/collab/review-document";
import type { ReviewSession } from "~/collab/review-session";

/** Says what others add to the discussion, once for each message that comes in. */
export function useNews(
  session: ReviewSession,
  nameOf: (personId: string) => string,
  announce: (words: string) => void,
): void {
  const latest = useRef({ nameOf, announce });
  useEffect(() => {
    latest.current = { nameOf, announce };
  });
  useEffect(() => {
    const { comments } = reviewParts(session.doc);
    const listener = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
      if (origin !== session.provider) return;
      const words = newsIn(events, latest.current.nameOf);
      if (words !== null) latest.current.announce(words);
    };
    comments.observeDeep(listener);
    return () => comments.unobserveDeep(listener);
  }, [session]);
}

function newsIn(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  nameOf: (personId: string) => string,
): string | null {
  const said: string[] = [];
  for (const { target, path, keys } of events) {
    if (!(target instanceof Y.Map)) continue;
    if (path.length === 0) {
      for (const [key, { action }] of keys) {
        const entry: unknown = action === "add" ? target.get(key) : null;
        if (!(entry instanceof Y.Map)) continue;
        const did = entry.has("replacement") ? "proposed a change" : "commented";
        said.push(`${nameOf(String(entry.get("author")))} ${did}.`);
      }
    } else if (keys.has("accepted")) {
      const read = acceptanceValue.safeParse(target.get("accepted"));
      if (read.success) said.push(`${nameOf(read.data.by)} accepted a proposal.`);
    } else if (keys.has("resolution")) {
      const read = resolutionValue.safeParse(target.get("resolution"));
      const what = target.has("replacement") ? "proposal" : "thread";
      if (read.success) said.push(`${nameOf(read.data.by)} ${read.data.state} a ${what}.`);
    }
  }
  if (said.length > 2) return `${said.length} changes in the discussion.`;
  return said.length === 0 ? null : said.join(" ");
}
