import { setReviewRules } from "~/commands/set-review-rules";
import type { ReviewRules } from "~/domain/review/review-rules";

import { value, type Actor } from "./desk";

/** As an admin: sets some of the desk's review rules and leaves the others. */
export async function setRules(
  { ports, person }: Actor,
  changes: Partial<ReviewRules>,
): Promise<void> {
  const now = await ports.desk.reviewRules();
  value(await setReviewRules(ports, person, { ...now, ...changes }));
}
