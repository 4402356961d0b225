import { CircleAlert } from "lucide-react";
import { useId } from "react";

import { ratings } from "~/domain/verdict/rating";

import { RatingOption } from "./rating-option";

export interface RatingChoiceProps {
  legend: string;
  /** What was chosen before; a word that is no rating chooses nothing. */
  value: string | null;
  errors?: readonly string[] | undefined;
  name?: string;
}

/** One rating out of the scale, as radio buttons with icon, word, colour and meaning. */
export function RatingChoice({ legend, value, errors = [], name = "rating" }: RatingChoiceProps) {
  const errorId = useId();
  const wrong = errors.length > 0;
  return (
    <fieldset
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? errorId : undefined}
      className="flex flex-col gap-1.5"
    >
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {ratings.map((rating) => (
        <RatingOption
          key={rating}
          rating={rating}
          name={name}
          required
          defaultChecked={value === rating}
        />
      ))}
      {wrong ? (
        <p id={errorId} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
