import { CircleAlert } from "lucide-react";
import { useId } from "react";

import { useDeskReadOnly } from "./desk-read-only";

export interface ChoiceFieldProps {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; hint?: string }[];
  /** What was chosen before. */
  value: string | null;
  hint?: string;
  errors?: readonly string[] | undefined;
  /** Whether it can be left open. */
  isOptional?: boolean;
}

/** One of a few, as radio buttons in a row that wraps. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { legend, name, options, value, hint, errors = [], isOptional = false } = props;
  const isShut = useDeskReadOnly() !== null;
  const id = useId();
  const wrong = errors.length > 0;
  return (
    <fieldset
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? id : undefined}
      className="flex flex-col gap-1"
    >
      <legend className="mb-1 text-sm font-medium">
        {legend}
        {hint === undefined ? null : <span className="block font-normal text-muted">{hint}</span>}
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              required={!isOptional}
              disabled={isShut}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              className="size-4 accent-accent"
            />
            <span>
              {option.label}
              {option.hint === undefined ? null : (
                <span className="text-muted"> {option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {wrong ? (
        <p id={id} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
