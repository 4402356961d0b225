import { Dialog } from "~/components/ui/dialog";
import { Kbd } from "~/components/ui/kbd";
import { keyName, type Shortcut } from "~/domain/people/shortcuts";

import type { SingleKeys } from "./keyboard";

export interface ShortcutSheetProps {
  /** Those that work on the open page. */
  keys: readonly Shortcut[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  singleKeys: SingleKeys;
}

/** The keys that work here, and the switch that turns them off. */
export function ShortcutSheet({ keys, open, onOpenChange, singleKeys }: ShortcutSheetProps) {
  const here = keys.filter(({ to }) => to === undefined);
  const ways = keys.filter(({ to }) => to !== undefined);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys on this page">
      <Keys keys={here} palette />
      <h3 className="text-sm font-semibold">To other pages</h3>
      <Keys keys={ways} />
      <label className="flex min-h-6 items-center gap-2 border-t border-line pt-4">
        <input
          type="checkbox"
          checked={singleKeys.on}
          onChange={(event) => singleKeys.set(event.target.checked)}
          className="size-4 accent-accent"
        />
        Single-key shortcuts are on
      </label>
      <p className="text-sm text-muted" aria-live="polite">
        {singleKeys.failed
          ? "Your choice could not be kept. It holds until you leave this page."
          : "They do nothing while you type. Your choice is kept with your account. Ctrl K works in any case."}
      </p>
    </Dialog>
  );
}

function Keys({ keys, palette = false }: { keys: readonly Shortcut[]; palette?: boolean }) {
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-y-1.5">
      {keys.map(({ id, keys: pressed, does }) => (
        <div key={id} className="contents">
          <dt>
            <Pressed keys={pressed} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
      {palette ? (
        <div className="contents">
          <dt>
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </dt>
          <dd>Find anything that can be done here by its name (⌘ K on a Mac)</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** One key, or two that are pressed one after the other. */
export function Pressed({ keys }: { keys: readonly string[] }) {
  return keys.map((key, at) => (
    <span key={key + at}>
      {at === 0 ? null : <span className="px-1 text-xs text-muted">then</span>}
      <Kbd>{keyName(key)}</Kbd>
    </span>
  ));
}
