/** A weight for each of `rankingNames`. Written by `npm run train:claims`; see docs/claims.md. */
export const rankingWeights: readonly number[] = [
  -7.305, 9.8757, 2.8124, 8.3921, 1.5674, -0.93, 0.7745, 0.5768,
];
