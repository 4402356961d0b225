import { useEffect, useRef, useState, type RefObject } from "react";

import { LineUndo } from "~/collab/line-undo";
import { setCardLine, type CardLine, type EvidenceCard as Card } from "~/collab/review-document";
import { undoAskedBy } from "~/collab/undo-keys";

import { controlClass, LiveField } from "./live-field";

interface LineFieldProps {
  part: string;
  card: Card;
  field: CardLine;
  label: string;
  value: string;
  type?: string;
  placeholder?: string;
  /** What is kept of what was typed, where that is not the same. */
  toLine?: (typed: string) => string;
}

/** One line of a card, such as its title: a value of its own, in which the last one to write has the say. */
export function LineField(props: LineFieldProps) {
  const { part, card, field, label, value, type = "text", placeholder } = props;
  const { toLine = (typed: string) => typed } = props;
  const undo = useLineUndo(card);
  const set = (next: string) => undo.current?.edit(() => setCardLine(card, field, toLine(next)));
  // A half-typed date is empty to the browser; it must not wipe what others see before the field is left.
  const [halfTyped, setHalfTyped] = useState<string | null>(null);
  return (
    <LiveField part={part} label={label}>
      {(described) => (
        <input
          {...described}
          type={type}
          placeholder={placeholder}
          maxLength={500}
          className={controlClass}
          value={halfTyped ?? value}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (type === "date") setHalfTyped(next);
            if (type !== "date" || next !== "") set(next);
          }}
          onKeyDown={(event) => {
            const asked = undoAskedBy(event);
            if (asked === null) return;
            event.preventDefault();
            setHalfTyped(null);
            undo.current?.[asked]();
          }}
          onBlur={() => {
            if (halfTyped !== null) set(halfTyped);
            setHalfTyped(null);
          }}
        />
      )}
    </LiveField>
  );
}

/** Of this field alone, for as long as it is drawn. The browser's own forgets everything when somebody else types. */
function useLineUndo(card: Card): RefObject<LineUndo | null> {
  const undo = useRef<LineUndo | null>(null);
  useEffect(() => {
    const mine = new LineUndo(card);
    undo.current = mine;
    return () => mine.destroy();
  }, [card]);
  return undo;
}

interface ChoiceFieldProps<T extends string> {
  part: string;
  label: string;
  value: T;
  options: readonly T[];
  labels: Record<T, string>;
  onChange: (value: T) => void;
}

/** One of a few words about a card. */
export function ChoiceField<T extends string>({
  part,
  label,
  value,
  options,
  labels,
  onChange,
}: ChoiceFieldProps<T>) {
  return (
    <LiveField part={part} label={label}>
      {(described) => (
        <select
          {...described}
          value={value}
          className={controlClass}
          onChange={(event) => {
            const chosen = options.find((option) => option === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {labels[option]}
            </option>
          ))}
        </select>
      )}
    </LiveField>
  );
}
