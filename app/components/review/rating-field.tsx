import clsx from "clsx";
import { useId } from "react";
import type * as Y from "yjs";

import { ratingOf, setRating } from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { ratingIcon } from "~/components/ui/icons";
import { ratings, ratingScale } from "~/domain/verdict/rating";

/** The rating that the people in the room have settled on so far; everybody's choice moves everybody's buttons. */
export function RatingField({ doc, verdict }: { doc: Y.Doc; verdict: Y.Map<unknown> }) {
  useY(verdict);
  const name = useId();
  const chosen = ratingOf(verdict.get("rating"));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium">Rating</legend>
      <div className="grid gap-1.5 sm:grid-cols-2">
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
                checked={chosen === rating}
                onChange={() => setRating(doc, rating)}
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
      </div>
    </fieldset>
  );
}
