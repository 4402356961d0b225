import clsx from "clsx";

import { RatingBadge } from "~/components/verdict/rating-badge";
import { evidenceFieldWords } from "~/domain/evidence/field-words";
import { sourcingFieldWords } from "~/domain/evidence/sourcing-words";
import {
  hasChanges,
  type BlockChange,
  type DraftChanges,
  type TextPiece,
} from "~/domain/verdict/compare-drafts";

/** What differs between two versions of a review, part by part. */
export function Changes({ changes }: { changes: DraftChanges }) {
  const { rating, summary, rationale, evidence, evidenceMoved, sourcing } = changes;
  if (!hasChanges(changes)) return <p className="text-muted">The two versions say the same.</p>;
  return (
    <div className="flex flex-col gap-5">
      {rating ? (
        <Part title="Rating">
          <p className="flex flex-wrap items-center gap-2">
            {rating.from ? <RatingBadge rating={rating.from} /> : "None"}
            <span aria-hidden>→</span>
            <span className="sr-only">became</span>
            {rating.to ? <RatingBadge rating={rating.to} /> : "None"}
          </p>
        </Part>
      ) : null}
      {summary ? (
        <Part title="Verdict in one sentence">
          <p>
            <Pieces pieces={summary} />
          </p>
        </Part>
      ) : null}
      {rationale ? (
        <Part title="Rationale">
          <Blocks blocks={rationale} />
        </Part>
      ) : null}
      {evidence.length > 0 || evidenceMoved ? (
        <Part title="Evidence">
          <ul className="flex flex-col gap-2">
            {evidence.map(({ id, kind, title, fields }) => (
              <li key={id}>
                <p>
                  <span className="font-medium">{evidenceWord[kind]}:</span> {title}
                </p>
                {fields.map(({ field, pieces }) => (
                  <p key={field} className="pl-4 text-sm">
                    <span className="text-muted">{evidenceFieldWords[field]}: </span>
                    <Pieces pieces={pieces} />
                  </p>
                ))}
              </li>
            ))}
            {evidenceMoved ? <li>The sources stand in another order.</li> : null}
          </ul>
        </Part>
      ) : null}
      {sourcing.length > 0 ? (
        <Part title="What is said of the sources">
          {sourcing.map(({ field, pieces }) => (
            <p key={field}>
              <span className="text-muted">{sourcingFieldWords[field]}: </span>
              <Pieces pieces={pieces} />
            </p>
          ))}
        </Part>
      ) : null}
    </div>
  );
}

const evidenceWord = { added: "Added", removed: "Removed", changed: "Changed" };

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** Lines that stayed, next to one that did not, are shown; the rest of them are counted. */
const context = 1;

function Blocks({ blocks }: { blocks: readonly BlockChange[] }) {
  const isNear = (at: number) =>
    blocks.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== "same");
  const shown: React.ReactNode[] = [];
  let hidden = 0;
  const close = (key: number) => {
    if (hidden === 0) return;
    shown.push(
      <p key={`gap-${key}`} className="text-sm text-muted">
        {hidden === 1 ? "1 paragraph" : `${hidden} paragraphs`} without a change
      </p>,
    );
    hidden = 0;
  };
  blocks.forEach(({ kind, pieces }, at) => {
    if (!isNear(at)) return void (hidden += 1);
    close(at);
    shown.push(
      <p
        key={at}
        className={clsx("border-l-2 pl-3", kind === "same" ? "border-line" : "border-accent")}
      >
        <Pieces pieces={pieces} />
      </p>,
    );
  });
  close(blocks.length);
  return <div className="flex flex-col gap-2">{shown}</div>;
}

/** Words as they stayed, came and went; for those who listen, said in words. */
export function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map(({ kind, text }, at) => {
    if (kind === "same") return <span key={at}>{text}</span>;
    return kind === "added" ? (
      <ins key={at} className="rounded-xs bg-success-soft text-success underline">
        <span className="sr-only">added: </span>
        {text}
      </ins>
    ) : (
      <del key={at} className="rounded-xs bg-danger-soft text-danger line-through">
        <span className="sr-only">removed: </span>
        {text}
      </del>
    );
  });
}
