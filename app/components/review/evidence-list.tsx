import { uuidv4 } from "lib0/random";
import { Plus, Undo2 } from "lucide-react";
import { useState } from "react";
import type * as Y from "yjs";

import {
  addEvidence,
  findCard,
  readCard,
  removeEvidence,
  restoreEvidence,
  shownCards,
  type EvidenceCard as Card,
} from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { safeLink } from "~/domain/verdict/safe-link";

import { addressRefused } from "./address-field";
import { EvidenceCard } from "./evidence-card";
import { controlClass, LiveField } from "./live-field";

export interface EvidenceListProps {
  doc: Y.Doc;
  evidence: Y.Array<Card>;
  /** Today's civil date, which a new card is marked with. */
  today: string;
}

/** The sources of a review. Pasting an address makes a card; a removed card can be had back. */
export function EvidenceList({ doc, evidence, today }: EvidenceListProps) {
  useY(evidence);
  const [removed, setRemoved] = useState<{ id: string; name: string } | null>(null);
  const cards = shownCards(evidence);
  return (
    <section aria-labelledby="evidence-heading" className="flex flex-col gap-3">
      <h3 id="evidence-heading" className="text-lg font-semibold">
        Evidence <span className="text-base font-normal text-muted">({cards.length})</span>
      </h3>
      {cards.length === 0 ? (
        <p className="text-muted">No evidence yet. Paste the address of a source below to begin.</p>
      ) : null}
      <ol className="flex flex-col gap-3">
        {cards.map((card, index) => {
          const { id, title } = readCard(card);
          const name = title || `Evidence ${index + 1}`;
          return (
            <li key={id}>
              <EvidenceCard
                doc={doc}
                card={card}
                number={index + 1}
                count={cards.length}
                onRemove={() => {
                  removeEvidence(doc, id);
                  setRemoved({ id, name });
                }}
              />
            </li>
          );
        })}
      </ol>
      {removed && findCard(doc, removed.id)?.get("removed") === true ? (
        <Notice
          kind="info"
          live
          title={`Removed: ${removed.name}`}
          actions={
            <Button
              type="button"
              size="small"
              icon={Undo2}
              onClick={() => {
                restoreEvidence(doc, removed.id);
                setRemoved(null);
              }}
            >
              Undo
            </Button>
          }
        />
      ) : null}
      <AddEvidence
        onAdd={(url) => void addEvidence(doc, { id: uuidv4(), url, accessedOn: today })}
      />
    </section>
  );
}

/** Not a form: the page around may be one. */
function AddEvidence({ onAdd }: { onAdd: (url: string) => void }) {
  const [typed, setTyped] = useState("");
  const [isRefused, setRefused] = useState(false);

  const add = (raw: string) => {
    const url = raw.trim() === "" ? "" : safeLink(raw);
    setRefused(url === null);
    setTyped(url === null ? raw : "");
    if (url !== null) onAdd(url);
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <LiveField
        label="Add a source"
        hint="Paste its address, or add an empty card."
        error={isRefused ? addressRefused : null}
        className="grow"
      >
        {(described) => (
          <input
            {...described}
            type="url"
            inputMode="url"
            placeholder="https://"
            className={controlClass}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setRefused(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add(typed);
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData("text/plain");
              if (typed !== "" || !URL.canParse(pasted.trim())) return;
              event.preventDefault();
              add(pasted);
            }}
          />
        )}
      </LiveField>
      <Button type="button" icon={Plus} className="mt-6" onClick={() => add(typed)}>
        Add evidence
      </Button>
    </div>
  );
}
