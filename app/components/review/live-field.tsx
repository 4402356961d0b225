import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

import { PartOutline, PeopleAt } from "./review-part";

/** How the controls of a review look; the frame around them is `LiveField`. */
export const controlClass = clsx(
  "w-full rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-ink",
  "aria-invalid:border-danger-line aria-invalid:bg-danger-soft",
);

export interface Described {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

export interface LiveFieldProps {
  /** Of the whole field; the control has one of its own. */
  id?: string;
  label: string;
  hint?: ReactNode;
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
  /** What is wrong with what was typed, beside the field. */
  error?: string | null;
  /** The part of the review that this is; shows who else is in it. */
  part?: string;
  className?: string | undefined;
  children: (described: Described) => ReactNode;
}

/** Label, hint and error around one control that is saved as it is typed; it is never sent with a form. */
export function LiveField(props: LiveFieldProps) {
  const { label, hint, aside, part, error = null, className, children } = props;
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const describedBy = [hint ? hintId : "", error ? errorId : ""].filter(Boolean).join(" ");
  const control = children({
    id,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy || undefined,
  });
  return (
    <div id={props.id} data-part={part} className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {part === undefined ? null : <PeopleAt part={part} />}
        {aside}
      </div>
      {part === undefined ? control : <PartOutline part={part}>{control}</PartOutline>}
      {hint ? (
        <div id={hintId} className="text-sm text-muted">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={errorId} role="alert" className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
