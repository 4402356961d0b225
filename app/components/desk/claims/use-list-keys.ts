import { useShortcutsSetting } from "~/components/ui/shortcuts-setting";

import { rowId } from "./claim-row";
import { useClaimsKeyboard } from "./claims-keyboard";

interface ListKeys {
  /** The claims in the order shown. */
  order: readonly string[];
  onSelect: (claimId: string, isRange: boolean) => void;
  onSteps: (claimId: string) => void;
  onHelp: () => void;
}

/** The claim whose row has the keyboard, or the first. */
function current(order: readonly string[]): number {
  const row = document.activeElement?.closest("[data-claim]");
  return row instanceof HTMLElement ? order.indexOf(row.dataset["claim"] ?? "") : -1;
}

function focusRow(claimId: string | undefined): void {
  if (claimId === undefined) return;
  const row = document.getElementById(rowId(claimId));
  row?.querySelector<HTMLElement>("[data-claim-link]")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** The keyboard of the list: the row in focus is the one that keys act on. */
export function useListKeys({ order, onSelect, onSteps, onHelp }: ListKeys): void {
  const [on] = useShortcutsSetting();
  useClaimsKeyboard(
    {
      move(by) {
        const at = current(order);
        focusRow(order[at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1)]);
      },
      select(isRange) {
        const id = order[current(order)];
        if (id !== undefined) onSelect(id, isRange);
      },
      steps() {
        const id = order[current(order)];
        if (id !== undefined) onSteps(id);
      },
      search: () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
      help: onHelp,
    },
    on,
  );
}
