import { expect, test } from "vitest";

import { ratings, ratingScale, ratingScaleVersion } from "~/domain/verdict/rating";
import {
  meaningOf,
  ratingScales,
  retiredRatings,
  type RatingScaleVersion,
} from "~/domain/verdict/rating-scales";

const [first] = ratingScales;
if (!first) throw new Error("There is no scale");

/** As if “Half true” had been reworded and then retired. */
const scales: RatingScaleVersion[] = [
  first,
  {
    version: "second",
    since: "2027-01-01",
    ratings: first.ratings.map((one) =>
      one.rating === "half_true" ? { ...one, label: "In part", definition: "Holds in part." } : one,
    ),
  },
  {
    version: "third",
    since: "2028-01-01",
    ratings: first.ratings.filter(({ rating }) => rating !== "half_true"),
  },
];

test("the newest scale is the one that verdicts are made with, and each has its own name", () => {
  expect(ratingScales.at(-1)?.version).toBe(ratingScaleVersion);
  expect(ratingScales.at(-1)?.ratings.map(({ rating }) => rating)).toEqual([...ratings]);
  expect(new Set(ratingScales.map(({ version }) => version)).size).toBe(ratingScales.length);
  const since = ratingScales.map((scale) => scale.since);
  expect(since).toEqual(since.toSorted());
});

test("a verdict’s rating means what it meant in its own scale", () => {
  const rating = "half_true";
  expect(meaningOf({ scale: first.version, rating }, scales).definition).toBe(
    ratingScale.half_true.definition,
  );
  expect(meaningOf({ scale: "second", rating }, scales)).toMatchObject({
    label: "In part",
    definition: "Holds in part.",
  });
  // Of a scale that nobody knows, what is known of the rating.
  expect(meaningOf({ scale: "unheard of", rating }, scales)).toEqual(ratingScale.half_true);
});

test("a retired rating is kept as it was last, and none is retired that came back", () => {
  expect(retiredRatings(scales)).toEqual([
    {
      ...{ rating: "half_true", label: "In part", definition: "Holds in part.", value: 3 },
      ...{ version: "second", until: "2028-01-01" },
    },
  ]);
  expect(retiredRatings([...scales, { ...first, version: "fourth", since: "2029-01-01" }])).toEqual(
    [],
  );
  expect(retiredRatings(ratingScales)).toEqual([]);
});
