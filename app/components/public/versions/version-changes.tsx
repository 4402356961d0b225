import { Changes, Pieces } from "~/components/review/history/changes";
import { compareWords, hasChanges } from "~/domain/verdict/compare-drafts";
import type { VersionChanges as Compared } from "~/domain/report/versions";

/** What differs between two published versions, in words that came and went. */
export function VersionChanges({ changes }: { changes: Compared }) {
  const { shortClaim, statement, ...draft } = changes;
  const lines = [
    { title: "The claim in short", change: shortClaim },
    { title: "The statement that was checked", change: statement },
  ];
  return (
    <div className="flex flex-col gap-5 wrap-anywhere">
      <p className="text-sm text-muted">
        What went is{" "}
        <del className="rounded-xs bg-danger-soft text-danger line-through">struck out</del>, what
        came is <ins className="rounded-xs bg-success-soft text-success underline">underlined</ins>.
      </p>
      {lines.map(({ title, change }) =>
        change === null ? null : (
          <section key={title} className="flex flex-col gap-1.5">
            <h3 className="text-sm font-semibold">{title}</h3>
            <p>
              <Pieces pieces={compareWords(change.from, change.to)} />
            </p>
          </section>
        ),
      )}
      {hasChanges(draft) || (shortClaim === null && statement === null) ? (
        <Changes changes={draft} />
      ) : null}
    </div>
  );
}
