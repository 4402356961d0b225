/** Two texts of one article, to be compared. */
export interface BlockPair {
  before: string;
  after: string;
}

/** A claim whose words have changed, as a queue shows it. */
export interface DriftMark {
  claimId: string;
  articleId: string;
  statement: string;
  number: number;
  foundAt: string;
}
