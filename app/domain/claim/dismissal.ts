/** Why a claim is not checked, in a word that can be counted; the reason in a person's words stands beside it. */
export const dismissalKinds = [
  "not_worth_checking",
  "not_checkable",
  "checked_before",
  "not_in_article",
  "other",
] as const;
export type DismissalKind = (typeof dismissalKinds)[number];

export const dismissalLabel: Record<DismissalKind, string> = {
  not_worth_checking: "Not worth a check",
  not_checkable: "Cannot be checked",
  checked_before: "Checked before, or a double",
  not_in_article: "The article does not say this",
  other: "Another reason",
};
