/** What a reader told the desk about a published verdict. */
export interface ErrorReport {
  id: string;
  claimId: string;
  slug: string;
  shortClaim: string;
  words: string;
  /** Where an answer reaches them, in whatever they wrote; null when they left none. */
  contact: string | null;
  at: string;
}
