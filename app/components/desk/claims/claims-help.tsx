import { Dialog } from "~/components/ui/dialog";
import { Kbd } from "~/components/ui/kbd";
import { useShortcutsSetting } from "~/components/ui/shortcuts-setting";

import { claimsKeyHelp } from "./claims-keyboard";

export interface ClaimsHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The keys of the list, and the switch that turns them off. */
export function ClaimsHelp({ open, onOpenChange }: ClaimsHelpProps) {
  const [on, setOn] = useShortcutsSetting();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys on this page">
      <dl className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline gap-y-1.5">
        {claimsKeyHelp.map(([key, meaning]) => (
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
