import { TriangleAlert, Users } from "lucide-react";
import { useRef } from "react";

import { useFocusInSight } from "~/components/keyboard/use-kept-focus";
import { Button } from "~/components/ui/button";
import {
  choiceWarnings,
  suggestPairs,
  type Assignable,
  type Suggested,
} from "~/domain/assignment/suggest-reviewers";

export interface SuggestedReviewersProps {
  /** Undefined while it is being asked, null when there is no answer. */
  people: readonly Assignable[] | null | undefined;
  /** How many claims are given at once. */
  claims: number;
  lead: string;
  second: string;
  /** How many of the claims are new to the lead and to the second chosen; all when left out. */
  added?: { leads: number; seconds: number };
  onChoose: (leadId: string, secondId: string) => void;
}

/** Two pairs that fit, with the reasons, and what to think of with the people chosen. Warns; never forbids. */
export function SuggestedReviewers({
  people,
  claims,
  lead,
  second,
  added = { leads: claims, seconds: claims },
  onChoose,
}: SuggestedReviewersProps) {
  const known = new Map((people ?? []).map((person) => [person.id, person]));
  const pairs = people ? suggestPairs(people, claims, 2) : [];
  const warnings = choiceWarnings(known.get(lead), known.get(second), added);
  const box = useRef<HTMLDivElement>(null);
  useFocusInSight(box, people);
  return (
    <div ref={box} className="flex min-h-36 flex-col gap-2" data-suggestions="">
      <p className="flex items-center gap-1.5 text-sm font-medium">
        <Users aria-hidden className="size-4 text-muted" />
        {people === undefined
          ? "Looking for who fits…"
          : pairs.length > 0
            ? "Who fits"
            : "No suggestion"}
      </p>
      <ul className="flex flex-col gap-2">
        {pairs.map((pair) => (
          <li
            key={`${pair.lead.person.id} ${pair.second.person.id}`}
            className="flex items-start justify-between gap-3 rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm"
          >
            <span className="flex min-w-0 flex-col">
              <Reasons role="leads" of={pair.lead} />
              <Reasons role="second" of={pair.second} />
            </span>
            <Button
              type="button"
              size="small"
              className="shrink-0"
              onClick={() => onChoose(pair.lead.person.id, pair.second.person.id)}
            >
              Take these
            </Button>
          </li>
        ))}
      </ul>
      <ChoiceWarnings warnings={warnings} />
    </div>
  );
}

/** What speaks against the people chosen. */
export function ChoiceWarnings({ warnings }: { warnings: readonly string[] }) {
  return (
    <ul aria-live="polite" className="flex flex-col gap-1 text-sm text-warning">
      {warnings.map((warning) => (
        <li key={warning} className="flex gap-1.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {warning}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ role, of }: { role: string; of: Suggested }) {
  return (
    <span>
      <span className="font-medium">{of.person.name}</span> {role}
      <span className="text-muted">: {[...of.reasons, ...of.warnings].join("; ")}</span>
    </span>
  );
}
