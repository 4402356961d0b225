import { Link } from "@remix-run/react";
import clsx from "clsx";

import type { Sitting } from "~/collab/history/sittings";
import { spanWords } from "~/domain/calendar/date-words";

/** A sitting with what it changed. */
export interface SittingChanges extends Sitting {
  /** "rating, 2 sources"; empty when all of it was undone again. */
  changed: string;
}

export interface TimelineProps {
  /** The oldest first. */
  sittings: readonly SittingChanges[];
  /** The row number of the version that is shown. */
  at: number;
  nameOf: (id: string) => string;
}

/** The sittings of a review, the latest first; each leads to what it changed. */
export function Timeline({ sittings, at, nameOf }: TimelineProps) {
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {sittings.toReversed().map((sitting) => {
        const { first, last, startedAt, endedAt, authors, changed } = sitting;
        const isShown = at >= first && at <= last;
        return (
          <li
            key={first}
            className={clsx("border-l-2 pl-3", isShown ? "border-accent" : "border-line")}
          >
            <Link
              to={`?at=${last}&since=${first - 1}`}
              aria-current={isShown ? "true" : undefined}
              className="font-medium"
              preventScrollReset
            >
              {spanWords(startedAt, endedAt)}
            </Link>
            <p>{authors.map(({ id }) => nameOf(id)).join(", ")}</p>
            <p className="text-muted">{changed || "no difference in the end"}</p>
          </li>
        );
      })}
    </ol>
  );
}
