/** A question of those who write a review, for colleagues to answer. Of each review one is open at a time. */
export interface HelpRequest {
  id: string;
  claimId: string;
  question: string;
  /** Person id. */
  askedBy: string;
  /** ISO 8601, as is `answeredAt`. */
  askedAt: string;
  /** Null while it is open, as are `answeredBy` and `answeredAt`. */
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

/** A question as it is shown, with names. */
export interface ShownHelpRequest extends HelpRequest {
  askedByName: string;
  answeredByName: string | null;
}

export const isOpen = ({ answeredAt }: HelpRequest): boolean => answeredAt === null;
