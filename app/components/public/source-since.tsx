import { Time } from "~/components/ui/time";

/** Of when the text is that the verdicts rest on. Dates alone: what the article says now is for its outlet to say. */
export interface Since {
  takenAt: string;
  changedAt: string | null;
}

/** Tells readers on which text of the article the verdicts rest, and whether it has changed since. */
export function SourceSince({ since }: { since: Since }) {
  return (
    <p className="max-w-prose text-sm text-muted">
      The verdicts rest on the article as it stood on <Time iso={since.takenAt} />.
      {since.changedAt === null ? null : (
        <>
          {" "}
          Its text was changed after that; the latest change was seen on{" "}
          <Time iso={since.changedAt} />.
        </>
      )}
    </p>
  );
}
