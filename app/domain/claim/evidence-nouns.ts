/** What shows or finds something without being anybody: "the study", "new figures". */
const documents =
  "account accounts analyses analysis audit audits census data document documents estimate estimates figures filing filings finding findings inquest inquiry investigation investigations paper poll polls projection projections record records report reports research result results review reviews statement statements statistics studies study survey surveys test tests";

const words = new Set(documents.split(" "));

/** Whether a noun names a document or a finding rather than somebody. */
export const isEvidenceNoun = (noun: string): boolean => words.has(noun.toLowerCase());

/** Whether a speaker is a document or a finding: the noun before "of the council", "published in May". */
export function isEvidence(speaker: string): boolean {
  const [head = ""] = speaker.split(
    /,?\s(?:of|by|from|in|on|into|for|at|that|which|published|released|filed|documenting)\s/,
  );
  return isEvidenceNoun(head.split(/\s+/).at(-1) ?? "");
}
