import { ArrowDown, ArrowUp, ExternalLink, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import type * as Y from "yjs";

import {
  cardText,
  readCard,
  setCardLine,
  setSourceType,
  setStance,
  type CardLine,
  type EvidenceCard as Card,
} from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { Button } from "~/components/ui/button";
import { sourceTypeLabel, sourceTypes, stanceLabel, stances } from "~/domain/evidence/evidence";

import { AddressField } from "./address-field";
import { CaptureLine } from "./captures/capture-line";
import { FileLine } from "./captures/file-line";
import { DerivedFromField } from "./derived-from-field";
import { FieldComments } from "./discussion/field-comments";
import { fieldElementId } from "./discussion/field-place";
import { ChoiceField, LineField } from "./evidence-fields";
import { LiveField } from "./live-field";
import { SharedTextarea } from "./shared-textarea";

export interface EvidenceCardProps {
  doc: Y.Doc;
  card: Card;
  /** Its place among the cards, from 1, and how many there are. */
  number: number;
  count: number;
  /** By which it is dragged. */
  handle: ReactNode;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One source being worked on: everything about it can be changed in place, by several people at once. */
export function EvidenceCard({
  doc,
  card,
  number,
  count,
  handle,
  onMove,
  onRemove,
}: EvidenceCardProps) {
  useY(card);
  const evidence = readCard(card);
  const { id, title, url, stance, sourceType } = evidence;
  const known = [
    evidence.author,
    evidence.publisher,
    evidence.publishedOn,
    evidence.locator,
  ].filter(Boolean);
  const name = title || `Evidence ${number}`;
  const excerpt = cardText(card, "excerpt");
  const note = cardText(card, "note");
  const part = (field: string) => `evidence ${id} ${field}`;
  const line = (
    field: CardLine,
    label: string,
    props: { type?: string; placeholder?: string } = {},
  ) => (
    <LineField
      key={field}
      part={part(field)}
      card={card}
      field={field}
      label={label}
      value={evidence[field] ?? ""}
      {...props}
    />
  );
  return (
    <article
      id={fieldElementId({ field: "evidence", card: id })}
      aria-label={name}
      className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-semibold">
          {handle} <span className="text-muted">{number}.</span> {name}
        </h4>
        <div className="flex flex-wrap gap-1">
          <FieldComments field="evidence" card={id} name={name} />
          {url === "" ? null : (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="inline-flex min-h-7 items-center gap-1.5 px-2 text-sm font-medium text-accent underline"
            >
              <ExternalLink aria-hidden className="size-4" />
              Open
              <span className="sr-only"> {name} in a new window</span>
            </a>
          )}
          <Button
            type="button"
            variant="quiet"
            size="small"
            icon={ArrowUp}
            aria-disabled={number === 1 || undefined}
            onClick={() => onMove(-1)}
          >
            <span className="sr-only">Move {name} up</span>
          </Button>
          <Button
            type="button"
            variant="quiet"
            size="small"
            icon={ArrowDown}
            aria-disabled={number === count || undefined}
            onClick={() => onMove(1)}
          >
            <span className="sr-only">Move {name} down</span>
          </Button>
          <Button type="button" variant="quiet" size="small" icon={Trash2} onClick={onRemove}>
            <span className="sr-only">Remove {name}</span>
          </Button>
        </div>
      </div>
      {line("title", "Title")}
      <AddressField
        part={part("url")}
        value={url}
        onChange={(value) => setCardLine(card, "url", value)}
      />
      <CaptureLine id={id} name={name} url={url} excerpt={evidence.excerpt} />
      <FileLine id={id} name={name} mayAdd />
      <div className="grid gap-3 sm:grid-cols-2">
        <ChoiceField
          part={part("stance")}
          label="How it bears on the claim"
          value={stance}
          options={stances}
          labels={stanceLabel}
          onChange={(value) => setStance(card, value)}
        />
        <ChoiceField
          part={part("sourceType")}
          label="Kind of source"
          value={sourceType}
          options={sourceTypes}
          labels={sourceTypeLabel}
          onChange={(value) => setSourceType(card, value)}
        />
      </div>
      {excerpt ? (
        <LiveField part={part("excerpt")} label="Excerpt" hint="The source’s own words.">
          {(described) => <SharedTextarea {...described} part={part("excerpt")} text={excerpt} />}
        </LiveField>
      ) : null}
      <details className="flex flex-col gap-3">
        <summary className="text-sm font-medium text-accent">
          Author, publisher, place, dates, origin and note
          {known.length > 0 ? (
            <span className="font-normal text-muted"> · {known.join(" · ")}</span>
          ) : null}
        </summary>
        <div className="mt-3 flex flex-col gap-3">
          <div className="grid gap-3 sm:grid-cols-2">
            {line("author", "Author")}
            {line("publisher", "Publisher")}
            {line("locator", "Where in the source", { placeholder: "page, paragraph, minute" })}
            {line("publishedOn", "Published on", { type: "date" })}
            {line("accessedOn", "Looked at on", { type: "date" })}
            {line("accessedBy", "Looked at by", { placeholder: "as readers shall see it" })}
          </div>
          <DerivedFromField doc={doc} card={card} part={part("derivedFrom")} />
          {note ? (
            <LiveField part={part("note")} label="Note" hint="What it shows, or why it matters.">
              {(described) => (
                <SharedTextarea {...described} part={part("note")} text={note} rows={2} />
              )}
            </LiveField>
          ) : null}
        </div>
      </details>
    </article>
  );
}
