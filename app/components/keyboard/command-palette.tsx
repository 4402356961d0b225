import { Command } from "cmdk";

import { Dialog } from "~/components/ui/dialog";
import { placesOf } from "~/domain/people/desk-places";
import type { Person } from "~/domain/people/person";
import type { Shortcut, ShortcutId } from "~/domain/people/shortcuts";

import type { PageCommand } from "./page-commands";
import { Pressed } from "./shortcut-sheet";

type Key = Shortcut & { id: ShortcutId };

export interface CommandPaletteProps {
  person: Person;
  /** The shortcuts that work on the open page. */
  keys: readonly Key[];
  /** What the open page offers besides. */
  page: readonly PageCommand[];
  onClose: () => void;
  onRun: (key: Key) => void;
  onGo: (to: string) => void;
  onSignOut: () => void;
}

const item =
  "flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2 py-1 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-strong";
const group =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted";

/** Every place of the desk and everything that can be done on the open page, found by name. */
export default function CommandPalette(props: CommandPaletteProps) {
  const { person, keys, page, onClose, onRun, onGo, onSignOut } = props;
  const here = keys.filter(({ to }) => to === undefined);
  const ways = keys.filter(({ to }) => to !== undefined);
  const keyless = [
    ...placesOf(person).map(({ does, to }) => ({ does, run: () => onGo(to) })),
    // Its pages are complete without scripts, and so are loaded from the server.
    { does: "Go to the public site", run: () => window.location.assign("/") },
    { does: "Sign out", run: onSignOut },
  ];
  // The dialog gives the focus back when it is gone; what was chosen may want it elsewhere, and so comes after that.
  const choose = (run: () => void) => {
    onClose();
    setTimeout(run, 0);
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Find what to do">
      <Command label="Find what to do" loop className="flex min-h-0 flex-col gap-2">
        <Command.Input
          autoFocus
          placeholder="A page, a step, a filter"
          className="min-h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-ink placeholder:text-muted"
        />
        <Command.List className="h-[50dvh] overflow-y-auto" label="What can be done">
          <Command.Empty className="px-2 py-4 text-muted">
            Nothing here is called that.
          </Command.Empty>
          <Command.Group heading="On this page" className={group}>
            {here.map((key) => (
              <Command.Item
                key={key.id}
                value={key.does}
                className={item}
                onSelect={() => choose(() => onRun(key))}
              >
                <span>{key.does}</span>
                <span className="shrink-0">
                  <Pressed keys={key.keys} />
                </span>
              </Command.Item>
            ))}
            {page.map(({ name, run }) => (
              <Command.Item
                key={`page ${name}`}
                value={name}
                className={item}
                onSelect={() => choose(run)}
              >
                {name}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading="To other pages" className={group}>
            {ways.map((way) => (
              <Command.Item
                key={way.id}
                value={way.does}
                className={item}
                onSelect={() => choose(() => onRun(way))}
              >
                <span>{way.does}</span>
                <span className="shrink-0">
                  <Pressed keys={way.keys} />
                </span>
              </Command.Item>
            ))}
            {keyless.map(({ does, run }) => (
              <Command.Item key={does} value={does} className={item} onSelect={() => choose(run)}>
                {does}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}
