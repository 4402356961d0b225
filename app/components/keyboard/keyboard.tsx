import { useNavigate, useSubmit } from "@remix-run/react";
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";

import { Kbd } from "~/components/ui/kbd";
import type { Person } from "~/domain/people/person";
import {
  listens,
  readPress,
  workingShortcuts,
  type Shortcut,
  type ShortcutId,
} from "~/domain/people/shortcuts";

import { KeyboardContext, type KeyHandlers } from "./keyboard-context";
import { pageCommands, type PageCommand } from "./page-commands";
import { pressedIn } from "./pressed-in";
import { ShortcutSheet } from "./shortcut-sheet";

const CommandPalette = lazy(() => import("./command-palette"));

export interface SingleKeys {
  on: boolean;
  set: (on: boolean) => void;
  /** Whether the last choice could not be kept. */
  failed: boolean;
}

export interface KeyboardProps {
  person: Person;
  singleKeys: SingleKeys;
  children: ReactNode;
}

type Working = readonly (Shortcut & { id: ShortcutId })[];

/** Milliseconds within which the second of two keys follows. */
const secondKeyWithin = 1_500;

/** The desk's one listener for keys, with the sheet that lists them and the palette that finds everything by name. */
export function Keyboard({ person, singleKeys, children }: KeyboardProps) {
  const navigate = useNavigate();
  const submit = useSubmit();
  const pages = useRef(new Set<() => KeyHandlers>());
  const [first, setFirst] = useState<string | null>(null);
  const [sheet, setSheet] = useState<Working | null>(null);
  const [palette, setPalette] = useState<{ keys: Working; page: PageCommand[] } | null>(null);

  const handlers = useCallback(
    (): KeyHandlers => Object.assign({}, ...[...pages.current].map((of) => of())),
    [],
  );
  const working = useCallback(() => {
    const added = Object.entries(handlers()).flatMap(([id, run]) =>
      run ? [id as ShortcutId] : [],
    );
    return workingShortcuts(person, added);
  }, [person, handlers]);
  const keyboard = useMemo(
    () => ({
      add(of: () => KeyHandlers) {
        pages.current.add(of);
        return () => void pages.current.delete(of);
      },
      openSheet: () => setSheet(working()),
      openPalette: () => setPalette({ keys: working(), page: pageCommands() }),
    }),
    [working],
  );
  const run = useCallback(
    ({ id, to }: Working[number]) => {
      if (to !== undefined) navigate(to);
      else if (id === "help") keyboard.openSheet();
      else handlers()[id]?.();
    },
    [navigate, keyboard, handlers],
  );

  useEffect(() => {
    let before: string | null = null;
    let forgets: ReturnType<typeof setTimeout> | undefined;
    const wait = (key: string | null) => {
      clearTimeout(forgets);
      before = key;
      setFirst(key);
      if (key !== null) forgets = setTimeout(() => wait(null), secondKeyWithin);
    };
    const pressed = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      const known = pressedIn(event);
      if (isPalette && !event.altKey && !event.shiftKey && !known.taken && !known.composing) {
        event.preventDefault();
        if (known.where !== "dialog") keyboard.openPalette();
        return;
      }
      // A modifier by itself is no press, and must not break two keys apart.
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      const heard = listens(known, singleKeys.on);
      if (heard === "none") return wait(null);
      const offered = working().filter(({ closes }) => heard === "all" || closes);
      const press = readPress(offered, before, event.key);
      wait(press.kind === "waits" ? press.key : null);
      if (press.kind === "nothing") return;
      if (press.kind === "waits" || !press.shortcut.closes) event.preventDefault();
      if (press.kind === "run") run(press.shortcut);
    };
    document.addEventListener("keydown", pressed);
    return () => {
      clearTimeout(forgets);
      document.removeEventListener("keydown", pressed);
    };
  }, [singleKeys.on, working, keyboard, run]);

  return (
    <KeyboardContext.Provider value={keyboard}>
      {children}
      {first === null ? null : (
        <p
          aria-hidden
          className="no-print fixed bottom-3 left-3 z-40 rounded-md border border-line-strong bg-raised px-3 py-1.5 text-sm shadow-float"
        >
          <Kbd>{first}</Kbd> then a letter
        </p>
      )}
      <ShortcutSheet
        keys={sheet ?? []}
        open={sheet !== null}
        onOpenChange={(open) => setSheet(open ? working() : null)}
        singleKeys={singleKeys}
      />
      {palette === null ? null : (
        <Suspense fallback={null}>
          <CommandPalette
            keys={palette.keys}
            page={palette.page}
            person={person}
            onClose={() => setPalette(null)}
            onRun={run}
            onGo={navigate}
            onSignOut={() => submit(null, { method: "post", action: "/logout" })}
          />
        </Suspense>
      )}
    </KeyboardContext.Provider>
  );
}
