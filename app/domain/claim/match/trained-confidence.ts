/** The intercept, then a weight for each of `likenessNames`. Written by `npm run train:claims`; see docs/claims.md. */
export const confidenceWeights: readonly number[] = [
  -4.0317, -2.3363, 4.0256, 4.3207, 5.9263, 3.4949, 3.0007, 0.1731, -0.789, -0.702, -1.7369, 0.6903,
  -0.2995, -9.648,
];
