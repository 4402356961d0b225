import { ratings, ratingScale, type Rating } from "~/domain/verdict/rating";

import { RatingBadge } from "./rating-badge";

export interface RatingScaleProps {
  /** The rating that this page is about, marked among the others. */
  current?: Rating;
}

/** The whole scale with what each rating means. */
export function RatingScale({ current }: RatingScaleProps) {
  return (
    <dl
      data-keep-together
      className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]"
    >
      {ratings.map((rating) => (
        <div key={rating} className="contents">
          <dt>
            <RatingBadge rating={rating} />
          </dt>
          <dd className="max-sm:mb-1">
            {ratingScale[rating].definition}
            {rating === current ? <strong className="font-semibold"> This verdict.</strong> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
