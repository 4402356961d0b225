import { isEvidence } from "./evidence-nouns";
import { isKindOfOrganisation, kindOfName } from "./organisations";
import type { Scene } from "./scene";
import type { Speaker } from "./speaker-found";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import { isUnnamedPerson } from "./unnamed-people";
import { isCountry, openers, roleWords } from "./word-lists";

/** Words for somebody who has just spoken, whatever their office: no other person of an article need be one. */
const descriptions = new Set(
  "barrister lawyer prosecutor solicitor detective academic scientist researcher lecturer expert economist campaigner activist veteran politician tycoon billionaire businessman businesswoman teenager singer actor actress striker midfielder physicist biologist epidemiologist historian ecologist climatologist author novelist lawmaker democrat republican pensioner".split(
    " ",
  ),
);

/** Words for any organisation that has just spoken; others need a name of their kind. */
const anyBody =
  /^(?:agency|group|body|organisation|organization|company|firm|regulator|watchdog|charity|giant|union|business|institute)$/;

/** What somebody does for a living, by its ending; offices are looked up by who holds them. */
const trade =
  /^(?:driver|farmer|teacher|worker|nurse|baker|plumber|builder|gardener|fisherman|retiree|mechanic|electrician|carpenter|shopkeeper|student|[a-z]{3,}(?:keeper|maker|owner|woman|man|year-old))$/;

/** Whether a speaker is several people who are described and not named: "the report’s authors". */
export const isGroup = (speaker: string): boolean =>
  /^(?:The\b)?[^A-Z]*[a-z]{3}s$/.test(speaker) && !isEvidence(speaker);

const firm = /^(?:giant|group|charity|airline|broadcaster|startup|retailer|operator)$/;

/** "Orda Tin is closing two pits, the mining giant said": the firm that the words said are about, if they name one. */
export function firmSpokenOf({ tokens, finite, mentions, text }: Scene, np: Range): string | null {
  const noun = tokens[np.to - 1];
  if (np.to - np.from > 3 || tokens[np.from]?.lower !== "the" || !noun || noun.capital) return null;
  if (!firm.test(noun.lower) && kindOfName(noun.lower) !== "company") return null;
  const verb = finite.findIndex((is, i) => is && i < np.from);
  const subject = verb > 0 ? subjectBefore(tokens, finite, verb).np : null;
  if (!subject || subject.to > np.from) return null;
  const words = tokens.slice(subject.from, subject.to);
  const named = words.every(({ capital, quoted }) => capital && !quoted);
  const person = mentions.some(({ from, to }) => from < subject.to && to > subject.from);
  const name = text.slice(words[0]?.start, words.at(-1)?.end);
  const other = person || isCountry(name) || openers.has(words[0]?.lower ?? "");
  return named && !other && words.length > 1 ? name : null;
}

/** "The scientist" and "the agency" as the one who spoke last, if they can be no other; null otherwise. */
export function speakerAgain({ tokens, referents, people }: Scene, np: Range): string | null {
  const spoke = referents.speaker;
  if (np.to - np.from > 3) return null;
  if (!/^(?:the|this)$/.test(tokens[np.from]?.lower ?? "")) return null;
  const noun = tokens[np.to - 1];
  if (!noun?.word || noun.capital) return null;
  const about = referents.justNamed();
  // "Lee Marsden was waiting for a lift. “...,” the forklift driver said."
  if (about && trade.test(noun.lower)) return about.name;
  if (spoke === null) return null;
  const person = people.find((each) => each.name === spoke);
  if (person) {
    const told = descriptions.has(noun.lower) || /^\d{2}-year-old$/.test(noun.lower);
    return told && referents.recent() === person ? spoke : null;
  }
  const nameless = isUnnamedPerson(spoke) || isEvidence(spoke) || !/\p{Lu}/u.test(spoke);
  if (nameless || np.to - np.from !== 2) return null;
  const kind = kindOfName(spoke);
  if (kind === null) return anyBody.test(noun.lower) ? spoke : null;
  return isKindOfOrganisation(noun.lower) && kind === kindOfName(noun.lower) ? spoke : null;
}

/**
 * "The Arsenal manager", "the 67-year-old": whom the text just spoke of, as a guess, where it named nobody else there
 * and calls nobody else so.
 */
export function likelySpeaker(
  { tokens, mentions, referents, people }: Scene,
  np: Range,
  words: string,
): Speaker | null {
  const [first, head] = [tokens[np.from], tokens[np.to - 1]];
  if (first?.lower !== "the" || !head || np.to - np.from > 4) return null;
  if (/^(?:ex|former)\b/.test(tokens[np.from + 1]?.lower ?? "")) return null;
  // "He was shouted down by the owner, who said": who does it to somebody is another one.
  if (tokens[np.from - 1]?.lower === "by") return null;
  const role = head.capital ? undefined : roleWords.get(head.lower);
  if (
    role === undefined &&
    !/^(?:french|english|irish|dutch|welsh|scots)(?:man|woman)$|^\d+-year-old$/.test(head.lower)
  ) {
    return null;
  }
  const person = referents.onlyRecent("he");
  if (!person || (role !== undefined && person.roles.size > 0 && !person.roles.has(role)))
    return null;
  if (role !== undefined && people.some((each) => each !== person && each.roles.has(role)))
    return null;
  // "The judge told Hughes": whoever the judge is, it is not Hughes.
  if (mentions.some((each) => each.person === person && each.from >= np.to)) return null;
  const { name } = person;
  return {
    claimant: name,
    piece: name,
    words: `${words} ${name}`,
    notes: [`whether “${words}” is ${name}`],
  };
}
