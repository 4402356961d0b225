import { useSearchParams } from "@remix-run/react";
import { useState } from "react";

import { failureOf, type FormFailure } from "~/components/ui/form-failure";

import {
  isTriagePanel,
  nextUndecided,
  rowId,
  type TriageClaim,
  type TriagePanel,
} from "./triage-claims";
import { defaultOrder, type TriageOrder } from "./triage-order";

/** A claim as it was when something was opened or sent for it. */
interface Seen {
  id: string;
  version: number;
}

export interface TriageSelection {
  /** The selected claim's id; null when the article has none. */
  selected: string | null;
  panel: TriagePanel | null;
  select(id: string): void;
  /** Selects the claim so many places further on; stops at the ends. */
  move(by: 1 | -1): void;
  open(id: string, panel: TriagePanel): void;
  close(): void;
  /** Says that a deciding step was sent; once it is carried out, the next undecided claim is selected. */
  leave(id: string): void;
  /** Where a claim is selected, with a form opened under it if one is named. */
  address(id: string, panel?: TriagePanel): string;
}

/**
 * Which claim is selected and what is open under it. Begins with what the address says (`?claim=ID&do=dismiss`), which
 * is also how selecting works without scripts, or with the form that was refused.
 */
export function useTriageSelection(
  claims: readonly TriageClaim[],
  failure: FormFailure | null,
  order: TriageOrder,
): TriageSelection {
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(failure?.values["claimId"] ?? search.get("claim"));
  const [opened, setOpened] = useState<(Seen & { panel: TriagePanel }) | null>(() => {
    const word = failure?.values["intent"] ?? search.get("do");
    const begun = claims.find(({ claim }) => claim.id === chosen);
    return begun && isTriagePanel(word)
      ? { id: begun.claim.id, version: begun.claim.version, panel: word }
      : null;
  });
  const [left, setLeft] = useState<Seen | null>(null);

  const find = (id: string | null) => claims.find(({ claim }) => claim.id === id)?.claim;
  const first = claims.find(({ claim }) => claim.state === "proposed") ?? claims[0];
  const gone = left === null ? undefined : find(left.id);
  const selected =
    left && gone && gone.version > left.version && failure?.values["claimId"] !== left.id
      ? (nextUndecided(claims, left.id) ?? left.id)
      : (find(chosen)?.id ?? first?.claim.id ?? null);
  const panel =
    opened &&
    opened.id === selected &&
    (find(opened.id)?.version === opened.version ||
      failureOf(failure, opened.panel, opened.id) !== null)
      ? opened.panel
      : null;

  const select = (id: string) => {
    setChosen(id);
    setLeft(null);
    setOpened(null);
  };
  return {
    selected,
    panel,
    select,
    move: (by) => {
      const at = claims.findIndex(({ claim }) => claim.id === selected);
      const next = claims[at + by];
      if (next) select(next.claim.id);
    },
    open: (id, word) => {
      const claim = find(id);
      if (!claim) return;
      select(id);
      setOpened({ id, version: claim.version, panel: word });
    },
    address: (id, word) => {
      const query = new URLSearchParams({
        ...(order !== defaultOrder && { order }),
        claim: id,
        ...(word && { do: word }),
      });
      return `?${query.toString()}#${rowId(id)}`;
    },
    close: () => setOpened(null),
    leave: (id) => {
      const claim = find(id);
      if (!claim) return;
      setChosen(id);
      setLeft({ id, version: claim.version });
    },
  };
}
