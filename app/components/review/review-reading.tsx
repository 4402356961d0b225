import type * as Y from "yjs";

import { readDraft, reviewParts } from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import EvidenceIndependence from "~/components/verdict/evidence-independence";
import { EvidenceItem } from "~/components/verdict/evidence-item";
import { sourceElementId } from "~/components/verdict/footnote-mark";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { RichText } from "~/components/verdict/rich-text";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import { placesBySource } from "~/domain/verdict/footnotes";

/** The review as it stands, for who may read and not write it. Follows what others write. */
export function ReviewReading({ doc }: { doc: Y.Doc }) {
  const parts = reviewParts(doc);
  useY(parts.verdict);
  useY(parts.summary);
  useY(parts.rationale);
  useY(parts.evidence);
  useY(parts.sourcing);
  useY(parts.singleSource);
  useY(parts.otherSideWords);
  const draft = readDraft(doc);
  const places = placesBySource(draft.rationale);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-2">
        {draft.rating ? (
          <RatingBadge rating={draft.rating} />
        ) : (
          <p className="text-muted">No rating yet.</p>
        )}
        {draft.summary ? <p className="text-lg font-medium">{draft.summary}</p> : null}
      </div>
      {draft.rationale.length > 0 ? (
        <RichText blocks={draft.rationale} sources={draft.evidence} />
      ) : (
        <p className="text-muted">No rationale yet.</p>
      )}
      <section aria-labelledby="evidence-heading" className="flex flex-col gap-3">
        <h3 id="evidence-heading" className="text-lg font-semibold">
          Evidence{" "}
          <span className="text-base font-normal text-muted">({draft.evidence.length})</span>
        </h3>
        <ol className="flex flex-col gap-4">
          {draft.evidence.map((item, index) => (
            <li key={item.id} id={sourceElementId(index + 1)} className="target:bg-accent-soft">
              <EvidenceItem
                evidence={item}
                all={draft.evidence}
                number={index + 1}
                places={places.get(item.id)}
              />
            </li>
          ))}
        </ol>
        <EvidenceIndependence evidence={draft.evidence} />
        <SourcingWords sourcing={draft.sourcing} />
      </section>
    </div>
  );
}
