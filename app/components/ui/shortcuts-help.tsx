import { Dialog } from "./dialog";
import { Kbd } from "./kbd";
import { useShortcutsSetting } from "./shortcuts-setting";

export interface ShortcutsHelpProps {
  /** Each key as it is written on the keyboard, and what it does. */
  keys: readonly (readonly [key: string, meaning: string])[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The keys of a page, and the switch that turns them off. */
export function ShortcutsHelp({ keys, open, onOpenChange }: ShortcutsHelpProps) {
  const [on, setOn] = useShortcutsSetting();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys on this page">
      <dl className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline gap-y-1.5">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="flex min-h-6 items-center gap-2 border-t border-line pt-4">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
          className="size-4 accent-accent"
        />
        Single-key shortcuts are on
      </label>
      <p className="text-sm text-muted">
        They do nothing while you type. The choice is kept on this device.
      </p>
    </Dialog>
  );
}
