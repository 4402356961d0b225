import type { DocumentRight } from "~/domain/people/permissions";
import type { ClaimState } from "~/domain/review/workflow";

/** "3 changes that you made offline are kept on this device." */
export function keptTitle(count: number, lasts: boolean): string {
  const changes = count === 1 ? "1 change" : `${count} changes`;
  const where = lasts ? "on this device" : "in this page only";
  return `${changes} that you made offline ${count === 1 ? "is" : "are"} kept ${where}`;
}

/** What happened to the review in the meantime. */
export function meanwhileWords(state: ClaimState): string {
  switch (state) {
    case "approved":
    case "published":
    case "being_corrected":
    case "retracted":
      return "The review was signed meanwhile, and what you wrote was not put into it.";
    case "in_review":
      return "The review was submitted and opened again meanwhile, and what you wrote was not put into it: you decide.";
    default:
      return "The review was submitted meanwhile, and what you wrote was not put into it.";
  }
}

/** What can be done with it now. */
export function wayOnWords(right: DocumentRight | null): string {
  switch (right) {
    case "write":
      return "Propose it, and everybody sees in the discussion what would change; or put it in as it is, under your name.";
    case "comment":
      return "You can propose it: what would change stands in the discussion then.";
    default:
      return "Nobody can comment on it as it stands. Once it is opened again, you can propose here what you wrote.";
  }
}
