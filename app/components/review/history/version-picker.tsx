import { Form, useSubmit } from "@remix-run/react";
import { useId, useState } from "react";

import { Button } from "~/components/ui/button";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";

export interface VersionPickerProps {
  /** The version that is shown, and the one it is compared with; both row numbers. */
  at: number;
  since: number;
  head: number;
  /** What the shown version is called. */
  words: string;
  choices: readonly { n: number; label: string }[];
}

/** Plays a review forwards and backwards, and chooses what to compare it with. Works as a plain form too. */
export function VersionPicker({ at, since, head, words, choices }: VersionPickerProps) {
  const submit = useSubmit();
  const id = useId();
  // Where the slider was moved to while the version shown is still the one it was moved from.
  const [moved, setMoved] = useState<{ from: number; to: number } | null>(null);
  const value = moved?.from === at ? moved.to : at;
  const told = value === at ? words : `Version ${value} of ${head}`;
  return (
    <Form
      method="get"
      preventScrollReset
      replace
      className="flex flex-col gap-3"
      onChange={({ currentTarget }) =>
        void submit(currentTarget, { replace: true, preventScrollReset: true })
      }
    >
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}at`} className="text-sm font-medium">
          Version
        </label>
        <input
          id={`${id}at`}
          type="range"
          name="at"
          min={0}
          max={head}
          value={value}
          aria-valuetext={told}
          onChange={({ currentTarget }) => setMoved({ from: at, to: Number(currentTarget.value) })}
          className="w-full accent-accent"
        />
        <output htmlFor={`${id}at`} className="text-sm text-muted">
          {told}
        </output>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <label htmlFor={`${id}since`} className="text-sm font-medium">
            Compare with
          </label>
          <select
            id={`${id}since`}
            name="since"
            value={since}
            // The form sends it; until the answer is there the old one is what is shown.
            onChange={() => undefined}
            className="w-full rounded-md border border-line-strong bg-raised px-2.5 py-1.5"
          >
            {choices.map(({ n, label }) => (
              <option key={`${n} ${label}`} value={n}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <noscript>
          <WorksWhileReadOnly>
            <Button>Show</Button>
          </WorksWhileReadOnly>
        </noscript>
      </div>
    </Form>
  );
}
