import { ratings, ratingScale } from "../verdict/rating";

/** What search engines and platforms show without cutting, and what the report can hold; in characters. */
export const shortClaimAdvice = 75;
export const shortClaimLimit = 300;
const shortClaimLeast = 3;

/** Characters as a reader counts them, without the space around. */
export const shortClaimLength = (text: string): number => Array.from(text.trim()).length;

/** Whether it is there at all and fits. */
export function isWholeShortClaim(text: string): boolean {
  const length = shortClaimLength(text);
  return length >= shortClaimLeast && length <= shortClaimLimit;
}

/** The scale's own words, and those that desks put for them when they rate in a headline. */
const words = [
  ...ratings.map((rating) => ratingScale[rating].label.toLowerCase()),
  ...["partly true", "partly false", "half-true", "half false", "untrue", "fake", "unsupported"],
].toSorted((one, other) => other.length - one.length);
const rated = `(?:${words.join("|")})`;
const saying =
  "(?:claim|statement|assertion|allegation|rumou?r|report|post|story|suggestion|accusation)s?";

/** How a rating is put into a headline. Each is a judgement only in its place: “a false passport” is none. */
const judgements: readonly RegExp[] = [
  // “False: the bridge …”, “Mostly false – the bridge …”, “[Misleading] The bridge …”
  new RegExp(String.raw`^[\s"'“‘([]*(${rated})[\s"'”’)\]]*(?:[:!.?–—)\]]|\s-\s)`, "iu"),
  // “Misleading claim that the bridge …”, “The false rumour: …”
  new RegExp(
    String.raw`^["'“‘]?(?:(?:the|a|an|this)\s)?(${rated})\s${saying}(?:\sthat\b|\s?[:–—])`,
    "iu",
  ),
  // “It is false that …”, “It’s not true that …”
  new RegExp(
    String.raw`^["'“‘]?(?:no,\s)?it(?:\sis|\swas|['’]s)\s(?:not\s|only\s)?(${rated})\sthat\b`,
    "iu",
  ),
  // “The claim that the bridge … is misleading”
  new RegExp(
    String.raw`^["'“‘]?(?:the|this)\s${saying}\s.*\b(?:is|was|are|were)\s(?:not\s)?(${rated})[\s.!"'”’]*$`,
    "iu",
  ),
  // “The bridge was rejected: false”, “The bridge was rejected (half true)”
  new RegExp(String.raw`(?:[:–—([]|\s-)\s?(${rated})[\s.!)\]"'”’]*$`, "iu"),
];

/**
 * The word of a rating that this short claim gives away, as it is written there; null when it gives none. A claim may
 * well be about something false or misleading; only what reads as the desk’s own judgement counts.
 */
export function ratingWordIn(text: string): string | null {
  const line = text.replaceAll(/\s+/g, " ").trim();
  for (const judgement of judgements) {
    const word = judgement.exec(line)?.[1];
    if (word !== undefined) return word;
  }
  return null;
}
