import { CircleAlert, CircleCheck } from "lucide-react";
import type * as Y from "yjs";

import {
  readCard,
  readSourcing,
  reviewParts,
  setSourcing,
  shownCards,
} from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { IndependenceMeter } from "~/components/verdict/independence-meter";
import { independenceOf } from "~/domain/evidence/independence";
import { otherSideLabel, otherSides, type OtherSide } from "~/domain/evidence/sourcing";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";

import { ChoiceField } from "./evidence-fields";
import { controlClass, LiveField } from "./live-field";
import { SharedTextarea } from "./shared-textarea";

const choices = ["", ...otherSides] as const;
const choiceLabel: Record<"" | OtherSide, string> = { "": "Not recorded yet", ...otherSideLabel };

/** What is said of the sources as a whole, with how independent they are and what a report still needs of them. */
export function SourcingFields({ doc, person }: { doc: Y.Doc; person: { name: string } }) {
  const { evidence: cards, sourcing: shared, singleSource, otherSideWords } = reviewParts(doc);
  useY(cards);
  useY(shared);
  useY(singleSource);
  useY(otherSideWords);
  const evidence = shownCards(cards).map(readCard);
  const sourcing = readSourcing(doc);
  const independence = independenceOf(evidence);
  const needsReason = independence.groups.length < 2 || sourcing.singleSource !== "";
  return (
    <section aria-labelledby="sourcing-heading" className="flex flex-col gap-3">
      <h3 id="sourcing-heading" className="text-lg font-semibold">
        The sources together
      </h3>
      <IndependenceMeter independence={independence} />
      {needsReason ? (
        <LiveField
          part="single source"
          label="Why one source is enough"
          hint="Needed where the verdict rests on one independent source. Readers see it."
        >
          {(described) => (
            <SharedTextarea {...described} part="single source" text={singleSource} rows={2} />
          )}
        </LiveField>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <ChoiceField
          part="other side"
          label="The other side"
          value={sourcing.otherSide}
          options={choices}
          labels={choiceLabel}
          onChange={(value) =>
            doc.transact(() => {
              setSourcing(doc, "otherSide", value);
              if (value !== "" && sourcing.otherSideBy === "") {
                setSourcing(doc, "otherSideBy", person.name);
              }
            })
          }
        />
        <LiveField part="other side by" label="Who looked" hint="As readers shall see it.">
          {(described) => (
            <input
              {...described}
              maxLength={200}
              className={controlClass}
              value={sourcing.otherSideBy}
              onChange={(event) => setSourcing(doc, "otherSideBy", event.currentTarget.value)}
            />
          )}
        </LiveField>
      </div>
      <LiveField
        part="other side words"
        label="Where you looked, and what you found"
        hint="For what speaks against the verdict. “None found” is an answer."
      >
        {(described) => (
          <SharedTextarea {...described} part="other side words" text={otherSideWords} rows={2} />
        )}
      </LiveField>
      <ul aria-label="What a report needs of the sources" className="flex flex-col gap-1 text-sm">
        {sourcingChecks(evidence, sourcing).map(({ key, met, label, words }) => (
          <li key={key} className="flex gap-1.5">
            {met ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            ) : (
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
            )}
            <span className="wrap-anywhere">
              <span className="font-medium">{label}: </span>
              {met ? words : `not yet. ${words} It can be submitted, but not published without.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
