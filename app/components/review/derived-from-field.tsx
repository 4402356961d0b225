import { useState } from "react";
import type * as Y from "yjs";

import {
  readCard,
  reviewParts,
  setDerivedFrom,
  shownCards,
  type EvidenceCard as Card,
} from "~/collab/review-document";
import { derivationLine, readDerivation, wouldCycle } from "~/domain/evidence/derivation";

import { LineField } from "./evidence-fields";
import { controlClass, LiveField } from "./live-field";

interface Props {
  doc: Y.Doc;
  card: Card;
  part: string;
}

const own = "";
const origin = "origin";

/** What a source repeats: another card, or an origin by name. What would go round in a circle cannot be chosen. */
export function DerivedFromField({ doc, card, part }: Props) {
  const cards = shownCards(reviewParts(doc).evidence).map(readCard);
  const { id, derivedFrom = "" } = readCard(card);
  const derivation = readDerivation(derivedFrom);
  const [isNaming, setNaming] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const isOrigin = derivation?.kind === "origin" || (isNaming && derivation === null);
  const others = cards
    .map((item, at) => ({ ...item, number: at + 1 }))
    .filter((item) => item.id !== id);
  const parent = derivation?.kind === "card" ? derivation.id : null;
  const isGone = parent !== null && !others.some((item) => item.id === parent);
  const isCircle = parent !== null && wouldCycle(cards, id, parent);
  const choose = (value: string) => {
    setNaming(value === origin);
    // A name that is there already stays until another one is typed.
    if (value === origin && derivation?.kind === "origin") return;
    setRefused(!setDerivedFrom(doc, card, value === origin ? "" : value));
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <LiveField
        part={part}
        label="Derived from"
        hint="What only repeats another source counts with it, as one."
        error={
          isRefused || isCircle
            ? "A source cannot be derived from itself, over others. Choose another one."
            : null
        }
      >
        {(described) => (
          <select
            {...described}
            value={isOrigin ? origin : derivationLine(derivation)}
            className={controlClass}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value={own}>Nothing: it found this out itself</option>
            <option value={origin}>An agency or other origin, by name</option>
            {isGone && parent !== null ? (
              <option value={derivationLine({ kind: "card", id: parent })}>
                A source that was removed
              </option>
            ) : null}
            {others.map((item) => (
              <option
                key={item.id}
                value={derivationLine({ kind: "card", id: item.id })}
                disabled={item.id !== parent && wouldCycle(cards, id, item.id)}
              >
                {item.number}. {item.title || item.url || "Untitled"}
              </option>
            ))}
          </select>
        )}
      </LiveField>
      {isOrigin ? (
        <LineField
          part={`${part} name`}
          card={card}
          field="derivedFrom"
          label="Name of the origin"
          placeholder="for example an agency"
          value={derivation?.kind === "origin" ? derivedFrom.slice("origin:".length) : ""}
          toLine={(name) => (name === "" ? "" : `origin:${name}`)}
        />
      ) : null}
    </div>
  );
}
