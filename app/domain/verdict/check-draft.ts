import { cardsInCycles } from "../evidence/derivation";
import type { Evidence } from "../evidence/evidence";
import { fail, ok, type Result } from "../result";
import { deadFootnotesMessage } from "./footnotes";
import { plainText } from "./rich-text";
import { safeLink } from "./safe-link";
import type { CompleteDraft, Missing, ReviewDraft } from "./verdict";

/** The longest summary, in characters. A report's reader sees it as one sentence. */
export const summaryLimit = 280;

/** Says whether a draft may be submitted, or everything that is still missing from it. */
export function checkDraft(draft: ReviewDraft): Result<CompleteDraft, Missing[]> {
  const missing: Missing[] = [];
  if (draft.rating === null) missing.push({ field: "rating", message: "Choose a rating." });
  if (draft.summary.trim() === "") {
    missing.push({ field: "summary", message: "Write the verdict in one sentence." });
  } else if (draft.summary.length > summaryLimit) {
    missing.push({
      field: "summary",
      message: `Shorten the summary to ${summaryLimit} characters; it has ${draft.summary.length}.`,
    });
  }
  if (plainText(draft.rationale) === "") {
    missing.push({ field: "rationale", message: "Say why, in the rationale." });
  }
  const dead = deadFootnotesMessage(draft.rationale, draft.evidence);
  if (dead !== null) missing.push({ field: "rationale", message: dead });
  if (draft.evidence.length === 0) {
    missing.push({ field: "evidence", message: "Add at least one piece of evidence." });
  }
  draft.evidence.forEach((item, index) => missing.push(...checkEvidence(item, index + 1)));
  const [circular] = cardsInCycles(draft.evidence);
  if (circular) {
    missing.push({
      field: "evidence",
      message: `“${circular.title.trim() || "A source"}” is derived from itself, over others. Change what one of them is derived from.`,
    });
  }
  if (missing.length > 0 || draft.rating === null) return fail(missing);
  return ok({ ...draft, rating: draft.rating });
}

function checkEvidence(item: Evidence, number: number): Missing[] {
  const missing: Missing[] = [];
  if (item.title.trim() === "") {
    missing.push({ field: "evidence", message: `Give evidence ${number} a title.` });
  }
  if (item.url !== "" && safeLink(item.url) === null) {
    missing.push({
      field: "evidence",
      message: `The address of evidence ${number} is not a web address.`,
    });
  }
  return missing;
}
