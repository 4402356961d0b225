import type { Details, Sentences } from "./details";

/** A claim before anybody reviews it. */
export const claimEvents = {
  "claim.proposed": (of) =>
    `proposed the claim${of.quoted("statement")}${of.text("origin") === "engine" ? ", found by the engine" : ""}`,
  "claim.accepted": (of) => `accepted the claim for checking${of.reason()}`,
  "claim.dismissed": (of) => `dismissed the claim${of.reason()}`,
  "claim.restored": (of) => `took the dismissed claim back${of.reason()}`,
  "claim.suggestion_made": (of) =>
    `had ${of.model() ?? "a language model"} suggest ${of.text("kind") === "split" ? "a split of the claim" : "a wording of the claim"}`,
  "claim.statement_edited": (of) => {
    const before = of.text("before");
    const after = of.text("after");
    if (before === null || after === null)
      return `reworded the statement${suggested(of)}${of.reason()}`;
    return `reworded the statement from “${before}” to “${after}”${suggested(of)}${of.reason()}`;
  },
  "claim.split": (of) => {
    const parts = of.list("into").length;
    return `split the claim${parts > 0 ? ` into ${parts}` : ""}${suggested(of)}${of.reason()}`;
  },
  "claim.merged": (of) => `merged the claim into another one of the article${of.reason()}`,
  "claim.match_confirmed": (of) => `confirmed that the claim says the same as${of.quoted("other")}`,
  "claim.match_rejected": (of) => `said that the claim is another one than${of.quoted("other")}`,
  "checks.imported": (of) =>
    `took in ${of.number("added") ?? 0} checks of others and renewed ${of.number("changed") ?? 0}`,
} satisfies Sentences;

/** Whose words they were: a model's as they stood, or a model's that the person changed. */
function suggested(of: Details): string {
  const model = of.model();
  if (model === null) return "";
  return of.flag("unchanged") === false
    ? `, starting from a suggestion of ${model}`
    : `, as suggested by ${model}`;
}
