import { nameText } from "./name-text";
import type { Token } from "./tokens";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What a text may call an organisation afterwards, by the word in its name. */
const kindOf: ReadonlyMap<string, string> = new Map([
  ...[
    "ministry bank university council court party union agency commission committee department institute foundation hospital museum club school college association federation league airline authority tribunal bureau board assembly",
  ]
    .flatMap((words) => words.split(" "))
    .map((word): [string, string] => [word, word]),
  ..."inc corp corporation ltd limited plc llc gmbh holdings industries motors technologies systems pharmaceuticals electronics enterprises company co foods stores brands media partners energy resources mining steel petroleum telecom networks entertainment studios laboratories therapeutics biotech capital securities insurance properties engineering aerospace shipping logistics railways software semiconductor microsoft google apple amazon facebook meta twitter tesla boeing airbus toyota volkswagen exxon samsung huawei intel nvidia ibm pfizer moderna astrazeneca nestlé unilever netflix uber tiktok openai gazprom ryanair easyjet lufthansa tesco volvo renault siemens nokia ericsson sony honda nissan ford walmart starbucks spotify"
    .split(" ")
    .map((word): [string, string] => [word, "company"]),
  ["organisation", "organization"],
  ["organization", "organization"],
  ["administration", "agency"],
  ["airlines", "airline"],
  ["airways", "airline"],
]);

/** Words for the same kind: "the firm" is a company. */
const alike: ReadonlyMap<string, string> = new Map([
  ["firm", "company"],
  ["manufacturer", "company"],
  ["business", "company"],
  ["retailer", "company"],
  ...["maker", "producer", "processor", "supplier", "brewer", "chain", "builder", "publisher"].map(
    (word): [string, string] => [word, "company"],
  ),
  ["carmaker", "company"],
  ["automaker", "company"],
  ["developer", "company"],
  ["operator", "company"],
  ["lender", "bank"],
  ["organisation", "organization"],
]);

const described = list(
  "company firm manufacturer retailer carmaker automaker maker producer processor supplier brewer chain builder publisher broadcaster bank lender airline charity agency union club university hospital contractor startup",
);

interface Named {
  name: string;
  /** The text writes "the" before it. */
  article: boolean;
  /** How many had been seen when it was named last. */
  at: number;
}

const mostNames = 500;

/** The organisations that a text has named, by kind, so that "the ministry" can lead back to one. */
export class Organisations {
  readonly #named = new Map<string, Named[]>();
  #count = 0;
  #seen = 0;

  /** Takes up the names in a sentence, once its own claims are written. */
  learn(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length;) {
      const to = runEnd(tokens, i);
      if (to > i) this.#take(tokens, i, to);
      i = Math.max(to, i + 1);
    }
  }

  /**
   * The one organisation that "the ministry" can mean, as the text wrote it, with "the" where the text has it; null
   * where none or several of that kind were named.
   */
  only(kind: string): string | null {
    const named = this.#named.get(alike.get(kind) ?? kind) ?? [];
    const [one] = named;
    if (!one || named.length > 1) return null;
    return one.article ? `the ${one.name}` : one.name;
  }

  /** Of several of a kind, the one that was named last; for who speaks, where a statement would claim too much. */
  latest(kind: string): string | null {
    const named = this.#named.get(alike.get(kind) ?? kind) ?? [];
    return named.toSorted((a, b) => b.at - a.at)[0]?.name ?? null;
  }

  #take(tokens: readonly Token[], first: number, to: number): void {
    const from = /^(?:the|a|an|this|that|our|his|her|their|its)$/.test(tokens[first]?.lower ?? "")
      ? first + 1
      : first;
    const words = tokens.slice(from, to);
    const kind = kindIn(words) ?? kindBeside(tokens, from, to);
    if (kind === null || this.#count >= mostNames) return;
    // "Ministry" alone tells no ministry apart.
    if (words.length === 1 && kindOf.get(words[0]?.lower ?? "") === words[0]?.lower) return;
    const name = nameText(tokens, from, to);
    const article = from > first || tokens[from - 1]?.lower === "the";
    const named = this.#named.get(kind) ?? [];
    const same = named.find((each) => each.name.includes(name) || name.includes(each.name));
    this.#seen += 1;
    if (same) {
      same.at = this.#seen;
      if (name.length > same.name.length) Object.assign(same, { name, article });
      return;
    }
    named.push({ name, article, at: this.#seen });
    this.#named.set(kind, named);
    this.#count += 1;
  }
}

/** A run of capitalised words, joined by "of", "for" and "the" where capitals follow. */
function runEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (!first?.capital || first.quoted) return from;
  let to = from + 1;
  while (to < tokens.length && to - from < 9) {
    const token = tokens[to];
    const before = tokens[to - 1];
    if (!token || !before || token.start - before.end > 1 || /['’]s?$/.test(before.text)) break;
    const joins = /^(?:of|for|and|&)$/.test(token.lower) && tokens[to + 1]?.capital === true;
    if (!(token.capital && token.word) && !(joins && token.lower !== "and")) break;
    to += 1;
  }
  return to;
}

/** The kind that a name's own words tell; the word before "of" counts, else the last one. */
function kindIn(words: readonly Token[]): string | null {
  const of = words.findIndex((token) => /^(?:of|for)$/.test(token.lower));
  const head = words[(of > 0 ? of : words.length) - 1]?.lower.replace(/['’]s?$/, "") ?? "";
  return kindOf.get(head) ?? null;
}

/** The kind told beside a name: "the builder Arden", "Arden, a building firm". */
function kindBeside(tokens: readonly Token[], from: number, to: number): string | null {
  const before = tokens[from - 1]?.lower ?? "";
  if (described.has(before) && from > 1) return alike.get(before) ?? before;
  if (tokens[to]?.text !== "," || !/^(?:an?|the)$/.test(tokens[to + 1]?.lower ?? "")) return null;
  for (let k = to + 2; k < Math.min(tokens.length, to + 7); k += 1) {
    const token = tokens[k];
    if (!token?.word || /^(?:of|for|that|which|who|in|by)$/.test(token.lower)) return null;
    const head =
      !/^[a-z]/.test(tokens[k + 1]?.text ?? "") ||
      /^(?:that|which|in|based|owned|behind|from)$/.test(tokens[k + 1]?.lower ?? "");
    if (described.has(token.lower) && head) return alike.get(token.lower) ?? token.lower;
  }
  return null;
}

/** Whether a word in a name tells that it is an organisation's: "Ministry", "Microsoft". */
export const namesOrganisation = (word: string): boolean => kindOf.has(word);

/** The kind of organisation that a name or a noun tells by its words: "Ministry of Health" and "ministry" the same. */
export function kindOfName(name: string): string | null {
  const [head = ""] = name.toLowerCase().split(/\s(?:of|for)\s/);
  const word =
    head
      .split(/\s+/)
      .at(-1)
      ?.replace(/['’]s?$/, "") ?? "";
  return alike.get(word) ?? kindOf.get(word) ?? null;
}

/** Whether a noun names a kind of organisation: "ministry", "firm". */
export const isKindOfOrganisation = (noun: string): boolean =>
  alike.has(noun) || [...kindOf.values()].includes(noun);
