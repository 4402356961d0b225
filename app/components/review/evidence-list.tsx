import { DndContext, type DragEndEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { uuidv4 } from "lib0/random";
import { Undo2 } from "lucide-react";
import { useState, type ClipboardEvent, type KeyboardEvent } from "react";
import type * as Y from "yjs";

import {
  addEvidence,
  placeEvidence,
  readCard,
  removeEvidence,
  restoreEvidence,
  shownCards,
  type EvidenceCard as Card,
} from "~/collab/review-document";
import { undoAskedBy } from "~/collab/undo-keys";
import { useY } from "~/collab/use-y";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import type { Evidence } from "~/domain/evidence/evidence";
import { addressesIn, addressKey } from "~/domain/evidence/pasted-addresses";

import { AddEvidence } from "./add-evidence";
import { EvidenceCard } from "./evidence-card";
import { useListSensors, wordsOfDragging } from "./list-dragging";
import { SortableItem } from "./sortable-item";

export interface EvidenceListProps {
  doc: Y.Doc;
  evidence: Y.Array<Card>;
  /** What a new card says of itself: when it was looked at, and by whom. */
  added: Pick<Evidence, "accessedOn" | "accessedBy">;
}

/** Something done to the list, which can be taken back. */
interface Done {
  kind: "info" | "warning";
  words: string;
  undo: (() => void) | null;
}

/** The sources of a review. Pasting addresses makes cards; they are put in order by dragging, by key or by button. */
export function EvidenceList({ doc, evidence, added }: EvidenceListProps) {
  useY(evidence);
  const [done, setDone] = useState<Done | null>(null);
  const sensors = useListSensors();
  const cards = shownCards(evidence);
  const items = cards.map((card, at) => {
    const { id, title, url } = readCard(card);
    return { card, id, url, name: title || `Evidence ${at + 1}` };
  });
  const placeOf = (id: unknown) => items.findIndex((item) => item.id === id);

  const move = (id: string, to: number) => {
    const from = placeOf(id);
    const item = items[from];
    if (!item || to < 0 || to >= items.length || to === from) return;
    placeEvidence(doc, id, to);
    setDone({
      kind: "info",
      words: `${item.name} is number ${to + 1} of ${items.length} now`,
      undo: () => placeEvidence(doc, id, from),
    });
  };
  const remove = (id: string, name: string) => {
    removeEvidence(doc, id);
    setDone({ kind: "info", words: `Removed: ${name}`, undo: () => restoreEvidence(doc, id) });
  };
  const add = (addresses: readonly string[]) => {
    const there = new Map(
      items.map(({ url }, at) => [addressKey(url), at + 1] as const).filter(([key]) => key !== ""),
    );
    const known = addresses.filter((url) => there.has(addressKey(url)));
    const fresh = addresses.filter((url) => url === "" || !there.has(addressKey(url)));
    const ids = fresh.map(() => uuidv4());
    doc.transact(() =>
      fresh.forEach((url, at) => void addEvidence(doc, { id: ids[at] ?? uuidv4(), url, ...added })),
    );
    const said = [
      ...(ids.length === 0
        ? []
        : [ids.length === 1 ? "1 source added" : `${ids.length} sources added`]),
      ...known.map((url) => `${url} is source ${there.get(addressKey(url)) ?? ""} already`),
    ];
    setDone({
      kind: known.length > 0 ? "warning" : "info",
      words: said.join("; "),
      undo:
        ids.length === 0
          ? null
          : () => doc.transact(() => ids.forEach((id) => removeEvidence(doc, id))),
    });
  };
  const undo = () => {
    done?.undo?.();
    setDone(null);
  };
  return (
    <section
      aria-labelledby="evidence-heading"
      // Clicking between the cards puts the keyboard here, so that what is pasted then arrives.
      tabIndex={-1}
      className="flex flex-col gap-3 outline-none"
      onPaste={(event: ClipboardEvent) => {
        if (takesText(event.target)) return;
        const addresses = addressesIn(event.clipboardData.getData("text/plain"));
        if (addresses.length === 0) return;
        event.preventDefault();
        add(addresses);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (takesText(event.target) || undoAskedBy(event) !== "undo" || !done?.undo) return;
        event.preventDefault();
        undo();
      }}
    >
      <h3 id="evidence-heading" className="text-lg font-semibold">
        Evidence <span className="text-base font-normal text-muted">({cards.length})</span>
      </h3>
      {cards.length === 0 ? (
        <p className="text-muted">No evidence yet. Paste the address of a source to begin.</p>
      ) : null}
      <DndContext
        sensors={sensors}
        accessibility={wordsOfDragging(items)}
        onDragEnd={({ active, over }: DragEndEvent) => {
          if (over) move(String(active.id), placeOf(over.id));
        }}
      >
        <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="flex flex-col gap-3">
            {items.map(({ card, id, name }, index) => (
              <SortableItem key={id} id={id} name={name}>
                {(handle) => (
                  <EvidenceCard
                    doc={doc}
                    card={card}
                    number={index + 1}
                    count={cards.length}
                    handle={handle}
                    onMove={(step) => move(id, index + step)}
                    onRemove={() => remove(id, name)}
                  />
                )}
              </SortableItem>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {done ? (
        <Notice
          kind={done.kind}
          live
          title={<span className="wrap-anywhere">{done.words}</span>}
          actions={
            done.undo ? (
              <Button type="button" size="small" icon={Undo2} onClick={undo}>
                Undo
              </Button>
            ) : null
          }
        />
      ) : null}
      <AddEvidence onAdd={add} />
    </section>
  );
}

/** Whether what is pasted or undone there is text in a field, and not a matter of the list. */
function takesText(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable=true]") !== null
  );
}
