import type { Draft } from "./draft";

const opensWithPronoun = /^["“]?(?:he|she|it|they|this|that|these|those|its|their)\b/i;

/** A quotation's words below this worth are no second claim beside that they were said. */
const worthRepeating = 0.25;

/** What a note says stays open, where it is whom or what the claim is about. */
const openSubject =
  /^(?:who|what|whose) “(?:he|she|it|they|we|his|her|its|their|this|that|these|those)”/i;

const demand = /\b(?:should|must|need|needs|ought)\b/;

/**
 * Of what is said and that it was said the first is left out where it is an echo: about a "we" or an "it" that only the
 * saying places ("We saw nothing"; "The group said it was leaving", when nobody knows what "it" is), or words in
 * quotation marks of so little worth that only their having been said could be checked ("It broke my heart"). An
 * opinion is never worth much: it is left out where it cannot be read alone, as "We should pay more" can.
 */
export function withoutEchoes(drafts: readonly Draft[]): Draft[] {
  const quotes = drafts.filter((each) => each.type === "quote");
  return drafts.filter((each) => {
    if (each.type === "quote") return true;
    const share = Math.max(0, ...quotes.map((quote) => shareOf(quote, each)));
    const points = each.attribution === "direct" && opensWithPronoun.test(each.statement);
    const open = each.needsContext.some((note) => openSubject.test(note));
    if (each.type === "opinion") {
      return share === 0 || !(points || (open && !demand.test(each.statement)));
    }
    const leans = points || open;
    const idle = each.attribution === "direct" && each.checkWorthiness < worthRepeating;
    return !(leans && share >= 0.6) && !(idle && share > 0);
  });
}

/** How much of a quotation's place a claim inside it takes; 0 outside. */
function shareOf({ span }: Draft, inner: Draft): number {
  const inside = span.start <= inner.span.start && inner.span.end <= span.end;
  return inside ? (inner.span.end - inner.span.start) / Math.max(1, span.end - span.start) : 0;
}
