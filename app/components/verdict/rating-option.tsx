import clsx from "clsx";
import type { ComponentProps } from "react";

import { useDeskReadOnly } from "~/components/ui/desk-read-only";
import { ratingIcon } from "~/components/ui/icons";
import { ratingScale, type Rating } from "~/domain/verdict/rating";

export type RatingOptionProps = Omit<ComponentProps<"input">, "type" | "value" | "className"> & {
  rating: Rating;
};

/** One rating to choose, as a radio button with icon, word, colour and meaning. */
export function RatingOption({ rating, ...input }: RatingOptionProps) {
  const Icon = ratingIcon[rating];
  const isShut = useDeskReadOnly() !== null;
  return (
    <label
      data-rating={rating}
      className={clsx(
        "flex cursor-pointer gap-2.5 rounded-md border border-line bg-raised px-3 py-2 hover:border-line-strong",
        "has-checked:border-verdict-line has-checked:bg-verdict-soft",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
      )}
    >
      <input
        {...input}
        type="radio"
        value={rating}
        {...(isShut && { disabled: true })}
        className="size-6 shrink-0 accent-accent focus-visible:outline-none"
      />
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-verdict" />
      <span className="flex min-w-0 flex-col">
        <span className="font-semibold text-verdict">{ratingScale[rating].label}</span>
        <span className="text-sm text-muted">{ratingScale[rating].definition}</span>
      </span>
    </label>
  );
}
