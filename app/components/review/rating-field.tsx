import { useId } from "react";
import type * as Y from "yjs";

import { ratingOf, setRating } from "~/collab/review-document";
import { useY } from "~/collab/use-y";
import { RatingOption } from "~/components/verdict/rating-option";
import { ratings } from "~/domain/verdict/rating";

import { FieldComments } from "./discussion/field-comments";
import { fieldElementId } from "./discussion/field-place";
import { PartOutline, PeopleAt } from "./review-part";

/** The rating that the people in the room have settled on so far; everybody's choice moves everybody's buttons. */
export function RatingField({ doc, verdict }: { doc: Y.Doc; verdict: Y.Map<unknown> }) {
  useY(verdict);
  const name = useId();
  const chosen = ratingOf(verdict.get("rating"));
  return (
    <fieldset
      id={fieldElementId({ field: "rating" })}
      aria-labelledby={`${name}label`}
      data-part="rating"
      className="flex flex-col gap-1"
    >
      <div className="flex items-center justify-between gap-2">
        <span id={`${name}label`} className="text-sm font-medium">
          Rating
        </span>
        <PeopleAt part="rating" />
        <FieldComments field="rating" name="the rating" />
      </div>
      <PartOutline part="rating">
        <div className="grid gap-1.5 sm:grid-cols-2">
          {ratings.map((rating) => (
            <RatingOption
              key={rating}
              rating={rating}
              name={name}
              checked={chosen === rating}
              onChange={() => setRating(doc, rating)}
            />
          ))}
        </div>
      </PartOutline>
    </fieldset>
  );
}
