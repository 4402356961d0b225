import type { Draft } from "./draft";

const opensWithPronoun = /^(?:he|she|it|they|this|that|these|those|its|their)\b/i;

/**
 * A quotation in the first person plural, or about an "it" from before, is one claim: that it was said. Its words alone
 * ("We saw nothing") would be a second claim about nobody knows whom, in the same place.
 */
export function withoutEchoes(drafts: readonly Draft[]): Draft[] {
  const quotes = drafts.filter((each) => each.type === "quote");
  return drafts.filter((each) => {
    if (each.type === "quote" || each.type === "opinion") return true;
    const leans = each.attribution === "direct" && opensWithPronoun.test(each.statement);
    if (!leans && !each.needsContext.includes("who “we” are")) return true;
    const length = each.span.end - each.span.start;
    return !quotes.some(
      ({ span }) =>
        span.start <= each.span.start &&
        each.span.end <= span.end &&
        length >= (span.end - span.start) * 0.6,
    );
  });
}
