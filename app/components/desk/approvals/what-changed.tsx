import { Changes, Pieces } from "~/components/review/history/changes";
import { Time } from "~/components/ui/time";
import type { Comparison } from "~/domain/review/approval-facts";

const since = {
  look: "you last looked",
  cleared: "it was last cleared",
  published: "it was last published",
};

/** What is new in the signed version for somebody who knew an earlier one. */
export function WhatChanged({ comparisons }: { comparisons: readonly Comparison[] }) {
  if (comparisons.length === 0) {
    return (
      <p className="max-w-prose text-muted">
        All of it is new to you: you have not read a submitted version before, and none was cleared
        or published.
      </p>
    );
  }
  return comparisons.map(({ since: what, at, number, statement, changes }) => (
    <div key={what} className="flex max-w-prose flex-col gap-2">
      <p className="text-sm text-muted">
        Since {since[what]}, <Time iso={at} />
        {changes === null && statement === null ? null : ` (version ${number})`}:
      </p>
      {statement === null ? null : (
        <p>
          <span className="text-sm font-semibold">Statement: </span>
          <Pieces pieces={statement} />
        </p>
      )}
      {changes === null ? (
        statement === null ? (
          <p>Nothing has changed.</p>
        ) : null
      ) : (
        <Changes changes={changes} />
      )}
    </div>
  ));
}
