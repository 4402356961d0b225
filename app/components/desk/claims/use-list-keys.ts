import { useShortcuts } from "~/components/keyboard/keyboard-context";
import { useRowKeys } from "~/components/keyboard/use-row-keys";

interface ListKeys {
  /** Whether the look has rows. */
  hasRows: boolean;
  /** Null when nothing can be done with several claims at once. */
  onSelect: ((claimId: string, isRange: boolean) => void) | null;
  /** Opens the form for the selected claims, and gives it the keyboard. */
  onChangeSelected: () => void;
  onSteps: (claimId: string) => void;
}

/** The claim whose row has the keyboard. */
function withCurrent(act: (claimId: string) => void): void {
  const row = document.activeElement?.closest("[data-claim]");
  const id = row instanceof HTMLElement ? row.dataset["claim"] : undefined;
  if (id !== undefined) act(id);
}

/** The keyboard of the list: the row in focus is the one that keys act on. */
export function useListKeys({ hasRows, onSelect, onChangeSelected, onSteps }: ListKeys): void {
  useRowKeys(hasRows);
  useShortcuts({
    "claims.search": () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
    ...(hasRows && { "claims.steps": () => withCurrent(onSteps) }),
    ...(hasRows &&
      onSelect && {
        "claims.select": () => withCurrent((id) => onSelect(id, false)),
        "claims.selectRange": () => withCurrent((id) => onSelect(id, true)),
        "claims.changeSelected": onChangeSelected,
      }),
  });
}
