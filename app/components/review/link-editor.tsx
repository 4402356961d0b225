import { useEffect, useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { safeLink } from "~/domain/verdict/safe-link";

import { addressRefused } from "./address-field";
import { controlClass, LiveField } from "./live-field";

export interface LinkEditorProps {
  initial: string;
  /** Called with a safe address, or with nothing to take the link away. */
  onSet: (href: string) => void;
  onCancel: () => void;
}

/** The address of a link, asked for in place: the text it belongs to stays in view. */
export function LinkEditor({ initial, onSet, onCancel }: LinkEditorProps) {
  const [typed, setTyped] = useState(initial);
  const [isRefused, setRefused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);

  const set = () => {
    const href = typed.trim() === "" ? "" : safeLink(typed);
    if (href === null) setRefused(true);
    else onSet(href);
  };
  return (
    <div
      ref={box}
      role="group"
      aria-label="Link"
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      className="flex flex-wrap items-start gap-2 border-b border-line bg-sunken p-2"
    >
      <LiveField
        label="Address of the link"
        error={isRefused ? addressRefused : null}
        className="grow"
      >
        {(described) => (
          <input
            {...described}
            type="url"
            inputMode="url"
            placeholder="https://"
            className={controlClass}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setRefused(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              set();
            }}
          />
        )}
      </LiveField>
      <div className="mt-6 flex gap-2">
        <Button type="button" variant="primary" onClick={set}>
          {typed.trim() === "" && initial !== "" ? "Remove link" : "Set link"}
        </Button>
        <Button type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
