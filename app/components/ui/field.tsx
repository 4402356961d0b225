import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

import { readOnlyBannerId, useDeskReadOnly } from "./desk-read-only";

export interface FieldProps {
  label: string;
  name: string;
  /** What to write here, when the label alone does not say it. */
  hint?: ReactNode;
  /** What is wrong with what was sent, shown beside the field. */
  errors?: readonly string[] | undefined;
  /** May stay empty. `unsaid` where all around it may, as in a filter. */
  optional?: boolean | "unsaid";
  className?: string | undefined;
}

interface Described {
  id: string;
  name: string;
  required: boolean;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
}

/** While the desk is read-only nothing is written, but what stands in a field can still be copied out of it. */
const useShut = (how: "readOnly" | "disabled") =>
  useDeskReadOnly() === null ? undefined : { [how]: true };

const control = clsx(
  "w-full rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-ink",
  "aria-invalid:border-danger-line aria-invalid:bg-danger-soft",
  "[&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted",
);

function Field({
  label,
  name,
  hint,
  errors = [],
  optional = false,
  className,
  children,
}: FieldProps & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const wrong = errors.length > 0;
  const isShut = useDeskReadOnly() !== null;
  const describedBy = [hint && hintId, wrong && errorId, isShut && readOnlyBannerId]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional === true ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        name,
        required: optional === false,
        "aria-invalid": wrong || undefined,
        "aria-describedby": describedBy || undefined,
      })}
      {wrong ? (
        <p id={errorId} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{errors.join(" ")}</span>
        </p>
      ) : null}
    </div>
  );
}

type Own = keyof FieldProps | "required" | "id" | "size";
type Rest<T extends "input" | "textarea" | "select"> = Omit<ComponentProps<T>, Own | "ref">;

/** Splits what the frame needs from what the control itself takes. */
function parted<P extends FieldProps>({
  label,
  name,
  hint,
  errors,
  optional,
  className,
  ...rest
}: P) {
  return { frame: { label, name, hint, errors, className, optional: optional ?? false }, rest };
}

export type TextFieldProps = FieldProps & Rest<"input">;

/** One line of text; `type` makes it an address, an e-mail address or a password. */
export function TextField(props: TextFieldProps) {
  const { frame, rest } = parted(props);
  const shut = useShut("readOnly");
  return (
    <Field {...frame}>
      {(described) => <input type="text" {...rest} {...described} {...shut} className={control} />}
    </Field>
  );
}

export type TextAreaFieldProps = FieldProps & Rest<"textarea">;

/** Several lines of text. Grows by hand, never by itself, so that nothing under it moves. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { frame, rest } = parted(props);
  const shut = useShut("readOnly");
  return (
    <Field {...frame}>
      {(described) => (
        <textarea
          rows={3}
          {...rest}
          {...described}
          {...shut}
          className={clsx(control, "resize-y")}
        />
      )}
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectFieldProps = FieldProps &
  Omit<Rest<"select">, "children"> & {
    options: readonly SelectOption[];
    /** Stands first and means that nothing is chosen. */
    placeholder?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const { frame, rest } = parted(props);
  const shut = useShut("disabled");
  const { options, placeholder, ...select } = rest;
  return (
    <Field {...frame}>
      {(described) => (
        <select {...select} {...described} {...shut} className={clsx(control, "min-h-9")}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A civil date, YYYY-MM-DD. */
export function DateField(props: TextFieldProps) {
  const { frame, rest } = parted(props);
  const shut = useShut("disabled");
  return (
    <Field {...frame}>
      {(described) => (
        <input
          {...rest}
          {...described}
          {...shut}
          type="date"
          className={clsx(control, "min-h-9 max-w-48")}
        />
      )}
    </Field>
  );
}

export function FileField(props: TextFieldProps) {
  const { frame, rest } = parted(props);
  const shut = useShut("disabled");
  return (
    <Field {...frame}>
      {(described) => (
        <input
          {...rest}
          {...described}
          {...shut}
          type="file"
          className={clsx(
            control,
            "file:mr-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-2.5 file:py-1 file:text-sm file:font-medium file:text-ink",
          )}
        />
      )}
    </Field>
  );
}
