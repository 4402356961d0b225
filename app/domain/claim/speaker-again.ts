import { isEvidence } from "./evidence-nouns";
import { isKindOfOrganisation, kindOfName } from "./organisations";
import type { Scene } from "./scene";
import type { Range } from "./subject";
import { isUnnamedPerson } from "./unnamed-people";

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
