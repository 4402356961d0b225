import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { useId } from "react";

import { ratingIcon } from "~/components/ui/icons";
import { ratings, ratingScale } from "~/domain/verdict/rating";

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
      {ratings.map((rating) => {
        const Icon = ratingIcon[rating];
        return (
          <label
            key={rating}
            data-rating={rating}
            className={clsx(
              "flex cursor-pointer gap-2.5 rounded-md border border-line bg-raised px-3 py-2 hover:border-line-strong",
              "has-checked:border-verdict-line has-checked:bg-verdict-soft",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            )}
          >
            <input
              type="radio"
              name={name}
              value={rating}
              required
              defaultChecked={value === rating}
              className="size-6 shrink-0 accent-accent focus-visible:outline-none"
            />
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-verdict" />
            <span className="flex min-w-0 flex-col">
              <span className="font-semibold text-verdict">{ratingScale[rating].label}</span>
              <span className="text-sm text-muted">{ratingScale[rating].definition}</span>
            </span>
          </label>
        );
      })}
      {wrong ? (
        <p id={errorId} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errors.join(" ")}
        </p>
      ) : null}
    </fieldset>
  );
}
