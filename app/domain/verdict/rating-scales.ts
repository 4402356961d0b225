import {
  ratings,
  ratingScale,
  ratingScaleVersion,
  type Rating,
  type RatingDefinition,
} from "./rating";

/** A scale as verdicts were made with it. */
export interface RatingScaleVersion {
  /** As the content of a verdict names it. */
  version: string;
  /** From when on verdicts were made with it; YYYY-MM-DD. */
  since: string;
  /** Its ratings in order, with what each meant. */
  ratings: readonly (RatingDefinition & { rating: Rating })[];
}

/**
 * Every scale that verdicts were made with, the newest last. None is ever changed or taken away: another meaning, a rating
 * more or one less is a version of its own, and a rating that is retired is one that the newest does not have.
 */
export const ratingScales: readonly RatingScaleVersion[] = [
  {
    version: ratingScaleVersion,
    since: "2026-11-23",
    ratings: ratings.map((rating) => ({ rating, ...ratingScale[rating] })),
  },
];

/** What the rating of a verdict meant in the scale that it was made with. */
export function meaningOf(
  { scale, rating }: { scale: string; rating: Rating },
  scales = ratingScales,
): RatingDefinition {
  const own = scales.find(({ version }) => version === scale)?.ratings;
  return own?.find((one) => one.rating === rating) ?? ratingScale[rating];
}

export interface RetiredRating extends RatingDefinition {
  rating: Rating;
  /** The last scale that had it, and when that ended. */
  version: string;
  until: string;
}

/** The ratings that earlier scales had and the newest has not, as they were last. */
export function retiredRatings(scales = ratingScales): RetiredRating[] {
  const retired = new Map<Rating, RetiredRating>();
  for (const [place, { version, ratings: had }] of scales.entries()) {
    const next = scales[place + 1];
    if (!next) continue;
    for (const one of had) retired.set(one.rating, { ...one, version, until: next.since });
  }
  for (const { rating } of scales.at(-1)?.ratings ?? []) retired.delete(rating);
  return [...retired.values()];
}
