import type { TriageClaim } from "./triage-claims";

/** By what the list of claims can be ordered; the article marks its claims in its own order always. */
export const triageOrders = [
  "worth",
  "checkability",
  "publicInterest",
  "specificity",
  "article",
] as const;
export type TriageOrder = (typeof triageOrders)[number];

export const triageOrderLabel: Record<TriageOrder, string> = {
  worth: "Worth checking",
  checkability: "Checkability",
  publicInterest: "Public interest",
  specificity: "Specificity",
  article: "Place in the article",
};

export const defaultOrder: TriageOrder = "worth";

export function triageOrderOf(word: string | null): TriageOrder {
  return triageOrders.find((order) => order === word) ?? defaultOrder;
}

/**
 * The claims in this order, the highest first; equals stay as they came, in the order of the article. What a person
 * added has no dimensions: it stands with its score, which a person can only have meant as "worth a look".
 */
export function inOrder<T extends TriageClaim>(claims: readonly T[], order: TriageOrder): T[] {
  if (order === "article") return [...claims];
  const valueOf = ({ claim }: T) =>
    order === "worth"
      ? claim.checkWorthiness
      : (claim.dimensions?.[order] ?? claim.checkWorthiness);
  return claims.toSorted((a, b) => valueOf(b) - valueOf(a));
}
