import { saysTheSame, wordsKept } from "./paragraphs";

/** What can come of looking at an article's address again. Only `changed` makes a version. */
export const lookOutcomes = [
  "unchanged",
  "changed",
  /** The same text, at another address. */
  "moved",
  /** The address leads to something that is not the article. */
  "elsewhere",
  /** The site says that there is no such page any more. */
  "gone",
  /** A paywall, a question for consent or a check for robots. */
  "wall",
  /** No answer, or an answer that the site could not answer. */
  "unreachable",
  /** A page came, and no article in it. */
  "unreadable",
] as const;
export type LookOutcome = (typeof lookOutcomes)[number];

/** What was met at the address. */
export type Sighting =
  | {
      kind: "read";
      /** Where the redirects led in the end. */
      finalUrl: string;
      text: string;
      /** Whether the page gives no more than the beginning away. */
      isCut: boolean;
    }
  | { kind: "failed"; problem: string; status?: number | undefined };

/** Below this share of its words, what stands at another address is not the article. */
const leastAlike = 0.25;

const walls = new Set(["paywall", "consent", "challenge"]);
const noAnswer = new Set(["timeout", "unreachable"]);
/** Answers of a site that shows the page to others. */
const shut = new Set([401, 402, 403, 407, 451]);

/** What a look means, beside the newest text that is known. What failed is never taken for a text that became empty. */
export function judgeLook(
  known: { text: string; sourceUrl: string },
  sighting: Sighting,
): LookOutcome {
  if (sighting.kind === "failed") return ofFailure(sighting.problem, sighting.status);
  if (sighting.isCut) return "wall";
  if (sighting.text.trim() === "") return "unreadable";
  const isSame = saysTheSame(known.text, sighting.text);
  if (isSamePlace(known.sourceUrl, sighting.finalUrl)) return isSame ? "unchanged" : "changed";
  if (isSame) return "moved";
  return wordsKept(known.text, sighting.text) < leastAlike ? "elsewhere" : "changed";
}

function ofFailure(problem: string, status: number | undefined): LookOutcome {
  if (status === 404 || status === 410) return "gone";
  if (walls.has(problem) || (status !== undefined && shut.has(status))) return "wall";
  if (noAnswer.has(problem) || status !== undefined) return "unreachable";
  return "unreadable";
}

/** Whether two addresses differ only in what sites change by the way: http or https, `www.`, a slash, a campaign. */
export function isSamePlace(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_|fbclid$|gclid$)/.test(name)) url.searchParams.delete(name);
  }
  const host = url.host.replace(/^www\./, "");
  return `${host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

/** Whether the article could not be read there this time. */
export const isFailure = (outcome: LookOutcome): boolean =>
  !["unchanged", "changed", "moved"].includes(outcome);
