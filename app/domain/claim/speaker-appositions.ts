import type { Attribution } from "./attribution";
import { abbreviatedTitles } from "./name-titles";
import { isKindOfOrganisation } from "./organisations";
import type { Scene } from "./scene";
import type { Speaker } from "./speaker-found";
import type { Range } from "./subject";
import { isSomebody } from "./unnamed-people";
import { roleWords } from "./word-lists";

/** "Britain's health secretary, Wes Streeting, said": the name inserted is who speaks. */
export function apposed(scene: Scene, { speaker, inserted }: Attribution): Speaker | null {
  if (!speaker || !inserted) return null;
  const { tokens, text } = scene;
  // "Another expert, Ann Lee from the institute, doubts": the name comes first.
  const from = nameFrom(tokens, inserted);
  let to = from;
  while (to < inserted.to && (tokens[to]?.capital || tokens[to]?.text === "&")) to += 1;
  const goesOn = to === inserted.to || /^(?:from|of|at|with|who|,)$/.test(tokens[to]?.lower ?? "");
  const words = goesOn ? tokens.slice(from, to) : [];
  const described = tokens
    .slice(speaker.from, speaker.to)
    .some(
      ({ lower }) =>
        roleWords.has(lower.replace(/s$/, "")) ||
        isSomebody(lower) ||
        isKindOfOrganisation(lower) ||
        body.test(lower),
    );
  if (!described || words.length === 0 || words.length > 4) return null;
  return {
    claimant: text.slice(words[0]?.start, words.at(-1)?.end),
    piece: { from: speaker.from, to: inserted.to + 1 },
    words: text.slice(tokens[speaker.from]?.start, words.at(-1)?.end),
    notes: [],
  };
}

const body =
  /^(?:regulator|watchdog|administrator|operator|owner|insurer|developer|publisher|charity)$/;

/** Where the name begins in "Dr. Ann Lee", "the Italian Luca Ferrante". */
function nameFrom(tokens: Scene["tokens"], { from, to }: Range): number {
  const lower = (at: number) => tokens[at]?.lower ?? "";
  if (abbreviatedTitles.has(lower(from))) return from + (tokens[from + 1]?.text === "." ? 2 : 1);
  const origin = lower(from) === "the" && /(?:an|ese|ish|[^s]i|ch|ek|sh)$/.test(lower(from + 1));
  return origin && tokens[from + 1]?.capital && to - from > 3 ? from + 2 : from;
}

/** "His brother, insurance agent Jack Curtis, worked there and said": the name that an insertion ends in. */
export function nameBehind({ tokens, text, mentions, finite }: Scene, np: Range): Speaker | null {
  if (tokens[np.to]?.text !== ",") return null;
  const named = mentions.find(
    ({ from, to }) => from > np.to && from < np.to + 5 && /^[,.;]$/.test(tokens[to]?.text ?? "."),
  );
  if (!named || finite.slice(np.from, named.to).some(Boolean)) return null;
  if (mentions.some((each) => each.from >= np.from && each.to === np.to)) return null;
  const words = text.slice(tokens[np.from]?.start, tokens[named.to - 1]?.end).replace(/\s+/g, " ");
  const { name } = named.person;
  return { claimant: name, piece: name, words, notes: [] };
}

/** "by Lee's count": Lee counts. */
export function owner({ tokens, text, mentions }: Scene, np: Range): Speaker | null {
  const last = tokens[np.to - 1];
  if (!last || !/['’]s?$/.test(last.text)) return null;
  const words = text.slice(tokens[np.from]?.start, last.end).replace(/['’]s?$/, "");
  const person = mentions.find((each) => each.to === np.to)?.person;
  const name = person?.name ?? words;
  return { claimant: name, piece: name, words, notes: [] };
}

/** "Ann Lee, director of the museum, Porto, said": the person in front of what only describes them. */
export function beforeAppositions(scene: Scene, np: Range): Speaker | null {
  const { tokens, mentions, text } = scene;
  if (tokens[np.from - 1]?.text !== ",") return null;
  if (mentions.some((each) => each.from >= np.from && each.to <= np.to)) return null;
  const told = describesOnly(scene, np);
  const described =
    told || tokens.slice(np.from, np.to).some((token) => roleWords.has(token.lower));
  // "Asked about it, Ann Lee, the minister, said": the name next to the description, where it stands between commas.
  const first =
    mentions.find(({ from, to }) => to === np.from - 1 && tokens[from - 1]?.text === ",") ??
    mentions.find((each) => each.to < np.from && tokens[each.to]?.text === ",");
  if (!first) return null;
  const lead = tokens[first.from - 1]?.text === "," ? [] : tokens.slice(0, first.from);
  const between = tokens.slice(first.to, np.from);
  const titles = lead.every((token) => token.capital || roleWords.has(token.lower));
  const describes = between.some((token) => roleWords.has(token.lower)) || described;
  if (!describes && np.to - np.from > 2) return null;
  if (!titles || lead.length > 6 || !describes) return null;
  const words = text.slice(tokens[0]?.start, tokens[np.to - 1]?.end).replace(/\s+/g, " ");
  const { name } = first.person;
  return { claimant: name, piece: name, words, notes: [] };
}

/** Nothing but words in small letters about somebody, and no verb, from the first comma to the verb of saying. */
function describesOnly({ tokens, finite }: Scene, np: Range): boolean {
  const comma = tokens.findIndex((token) => token.text === ",");
  const next = tokens[comma + 1];
  if (comma < 2 || comma >= np.from || !next?.word || next.capital) return false;
  const about = tokens.slice(comma + 1, np.to);
  const joins = about.some((token, k) => token.lower === "and" && about[k + 1]?.capital === true);
  return (
    !joins &&
    !finite.slice(0, np.to).some(Boolean) &&
    !/^(?:and|or|but|in|on|at|by|from|for)$/.test(next.lower)
  );
}
