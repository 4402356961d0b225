/** The intercept, then a weight for each of `likenessNames`. Written by `npm run train:claims`; see docs/claims.md. */
export const confidenceWeights: readonly number[] = [
  -4.6868, -0.3353, 5.2855, 4.1139, 0.9514, 2.7131, 2.8416, 0.1753, -0.7401, -0.4167, -1.7742,
  0.7617, -0.195, -11.702,
];
