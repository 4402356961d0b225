import { createContext } from "react";

import type { GuestAnswer } from "~/domain/guest/guest-answer";

/** The answers of experts that the review's editor offers to take into the evidence. */
export interface OfferedAnswers {
  answers: readonly GuestAnswer[];
  /** Whether this person takes them over. */
  mayTake: boolean;
}

export const OfferedAnswersContext = createContext<OfferedAnswers>({ answers: [], mayTake: false });
