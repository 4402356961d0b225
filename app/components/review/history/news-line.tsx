import { Link } from "@remix-run/react";
import { useState } from "react";

import { Time } from "~/components/ui/time";
import { newsWords, type Look } from "~/domain/review/last-look";

/** What others did in a review since somebody last looked. */
export interface RoomNews {
  since: Look;
  changes: number;
  comments: number;
  /** Their names. */
  by: readonly string[];
}

/**
 * Says quietly what is new, and leads to it. As it was when the room was opened: what others do from then on stands
 * there before one's eyes.
 */
export function NewsLine({ claimId, news }: { claimId: string; news: RoomNews | null }) {
  const [told] = useState(news);
  if (told === null) return null;
  const { since, changes, comments, by } = told;
  return (
    <p className="text-sm text-muted">
      {newsWords(changes, comments, by)} since you last looked on <Time iso={since.at} />
      {changes === 0 ? "." : " – "}
      {changes === 0 ? null : (
        <Link
          to={`/desk/claims/${claimId}/history?since=${since.n}`}
          className="font-medium text-accent-strong underline"
        >
          show
          <span className="sr-only"> what changed since you last looked</span>
        </Link>
      )}
    </p>
  );
}
