import { opening } from "./openings";
import type { Scene } from "./scene";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isKindOfOrganisation, namesOrganisation } from "./organisations";
import { people } from "./unnamed-people";
import { auxiliaries, institutionWords, isCountry, isDemonym, roleWords } from "./word-lists";

const groups = new Set(
  "people police parents children girls boys men women families couples fans migrants refugees soldiers troops forces officers officials members voters workers residents users customers victims survivors seekers passengers tenants lawyers players teams firefighters developers employers employees owners rebels militants hackers teachers students patients nurses authorities farmers protesters investors neighbours neighbors tourists drivers readers viewers".split(
    " ",
  ),
);

/** Public bodies that stand without a name. */
const bodies = new Set(
  "government authority administration parliament army military cabinet senate congress regulator watchdog team navy".split(
    " ",
  ),
);

/** Whether a plural names people: "parents", "engineers", "economists". */
export function isPeople(word: string): boolean {
  if (groups.has(word) || /(?:ists|ians|eers|[a-z]{2}men|women)$/.test(word)) return true;
  const one = word.replace(/s$/, "");
  return one !== word && (roleWords.has(one) || people.has(one));
}

/** What a sentence was about, for the one after it. */
export interface Topic {
  words: string;
  kind: "people" | "organisation";
}

/** What the next sentence can lean on: this one's subject, or the topic before where this one only goes on about it. */
export function nextTopic({ text, tokens, finite }: Scene, before: Topic | null): Topic | null {
  const first = tokens[opening(tokens)]?.lower ?? "";
  return /^(?:they|it)$/.test(first) ? before : topicOf(text, tokens, finite);
}

const longestWords = 8;

/** The subject of a sentence where a later "they" or "it" can only mean it: nothing else of its kind stands beside it. */
export function topicOf(
  text: string,
  tokens: readonly Token[],
  finite: readonly boolean[],
): Topic | null {
  const verb = finite.findIndex((is, i) => is && !tokens[i]?.quoted);
  if (verb <= 0) return null;
  const np = headOf(tokens, subjectBefore(tokens, finite, verb).np);
  const kind = np && kindOf(tokens, np);
  if (!np || !kind || competes(tokens, { from: 0, to: np.from }, kind)) return null;
  if (competes(tokens, { from: np.to, to: tokens.length }, kind)) return null;
  return { words: wordsOf(text, tokens, np), kind };
}

/**
 * What "they" or "it" at `i` means inside its own sentence: the subject of the clause just before, where it is people
 * or an organisation and nothing else of its kind stands between. An "it" that is acted upon stays open.
 */
export function subjectMeant({ text, tokens, finite }: Scene, i: number): Topic | null {
  let verb = i - 1;
  while (verb >= 0 && (finite[verb] !== true || tokens[verb]?.quoted === true)) verb -= 1;
  if (verb <= 0) return null;
  while (verb > 0 && finite[verb - 1] === true) verb -= 1;
  const np = headOf(tokens, subjectBefore(tokens, finite, verb).np);
  const kind = np && kindOf(tokens, np);
  if (!np || !kind || competes(tokens, { from: verb, to: i }, kind)) return null;
  if (competes(tokens, { from: 0, to: np.from }, kind)) return null;
  return { words: wordsOf(text, tokens, np), kind };
}

/** Whether the verb after a pronoun is something that its subject does: "it approved", not "it was shut". */
export function acts(tokens: readonly Token[], finite: readonly boolean[], i: number): boolean {
  for (let k = i + 1; k < i + 4; k += 1) {
    const token = tokens[k];
    if (!token?.word) return false;
    const { lower } = token;
    if (/^(?:is|are|was|were|am|be|been|being)$/.test(lower)) return false;
    if (auxiliaries.has(lower)) {
      return !/^(?:been|become)$/.test(tokens[k + 1]?.lower ?? "");
    }
    if (finite[k]) return true;
  }
  return false;
}

function headOf(tokens: readonly Token[], np: Range | null): Range | null {
  if (!np) return null;
  let to = np.to;
  for (let k = np.from + 1; k < np.to; k += 1) {
    const token = tokens[k];
    if (
      token?.text === "," ||
      token?.text === "(" ||
      /^(?:who|which|that)$/.test(token?.lower ?? "")
    ) {
      to = k;
      break;
    }
  }
  return to > np.from && to - np.from <= longestWords ? { from: np.from, to } : null;
}

function kindOf(tokens: readonly Token[], np: Range): Topic["kind"] | null {
  const words = tokens.slice(np.from, np.to);
  if (words.some((token) => token.quoted || token.nested)) return null;
  const link = words.findIndex((token) =>
    /^(?:of|from|in|at|for|on|with|to|by)$/.test(token.lower),
  );
  const head = words[(link > 0 ? link : words.length) - 1];
  if (!head) return null;
  const lower = head.lower.replace(/['’]s?$/, "");
  if (isPeople(lower)) return "people";
  if (words.some((token) => token.lower === "and")) return null;
  const determined = /^(?:the|a|an|his|her|its|their)$/.test(words[0]?.lower ?? "");
  const institution = head.capital
    ? institutionWords.has(lower) || namesOrganisation(lower)
    : bodies.has(lower) || isKindOfOrganisation(lower);
  return institution && (determined || head.capital) ? "organisation" : null;
}

/** Whether a stretch names anything else that could be meant. */
function competes(tokens: readonly Token[], { from, to }: Range, kind: Topic["kind"]): boolean {
  return tokens.slice(from, to).some((token, k) => {
    if (!token.word) return false;
    const lower = token.lower.replace(/['’]s?$/, "");
    if (kind === "people") return isPeople(lower) || /^(?:they|them|others)$/.test(lower);
    if (lower === "it") return true;
    const name = token.capital && from + k > 0 && !isDemonym(lower);
    return (
      (name && !isTime(lower)) ||
      isCountry(lower) ||
      bodies.has(lower) ||
      isKindOfOrganisation(lower)
    );
  });
}

const isTime = (word: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    word,
  );

function wordsOf(text: string, tokens: readonly Token[], np: Range): string {
  const first = tokens[np.from];
  const words = text.slice(first?.start, tokens[np.to - 1]?.end).replace(/\s+/g, " ");
  // "The team" is "the team" inside another sentence.
  const opens =
    first !== undefined &&
    /^(?:the|a|an|his|her|its|their|some|many|most|all|several|both|two|three)$/.test(first.lower);
  return opens ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
