import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

import { useDeskReadOnly } from "./desk-read-only";

export interface CheckFieldProps {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; hint?: ReactNode }[];
  /** What was chosen before. */
  chosen: readonly string[];
  errors?: readonly string[] | undefined;
}

/** Any of a few, as boxes below each other. */
export function CheckField({ legend, name, options, chosen, errors = [] }: CheckFieldProps) {
  const isShut = useDeskReadOnly() !== null;
  const id = useId();
  const wrong = errors.length > 0;
  return (
    <fieldset
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? id : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} className="flex min-h-6 items-start gap-2">
          <input
            type="checkbox"
            name={name}
            value={value}
            disabled={isShut}
            defaultChecked={chosen.includes(value)}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span className="flex min-w-0 flex-col">
            {label}
            {hint === undefined ? null : <span className="text-sm text-muted">{hint}</span>}
          </span>
        </label>
      ))}
      {wrong ? (
        <p id={id} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
