import type { DraftContent } from "~/domain/report/report-draft";
import { completeOrder } from "~/domain/report/verdict-order";

type Values = Readonly<Record<string, string>>;

const prefix = "shortClaim:";

/** The verdicts that a form of the composer publishes, each with the version that was seen. */
export const sentVerdicts = (values: Values) =>
  Object.entries(values)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, shortClaim]) => {
      const claimId = name.slice(prefix.length);
      return { claimId, version: values[`version:${claimId}`], shortClaim };
    });

/** What such a form says of the report itself. */
export function sentDraft(values: Values): DraftContent {
  const claims = Object.keys(values).filter((name) => name.startsWith(prefix));
  return {
    headline: values["headline"] ?? "",
    summary: values["summary"] ?? "",
    shortClaims: Object.fromEntries(
      claims.map((name) => [name.slice(prefix.length), values[name] ?? ""]),
    ),
    order: (values["order"] ?? "").split(" ").filter((id) => id !== ""),
  };
}

interface Opened {
  content: DraftContent;
  version: number;
  isSaved: boolean;
}

/** What was typed into a form that was refused, for a page that is drawn anew. */
export function typedDraft(values: Values, opened: Opened): Opened {
  const typed = sentDraft(values);
  return {
    content: {
      ...typed,
      shortClaims: { ...opened.content.shortClaims, ...typed.shortClaims },
      order: completeOrder(typed.order, opened.content.order),
    },
    version: Number(values["expected"]) || opened.version,
    isSaved: false,
  };
}
