import { isIrregularPast, isVerbBase } from "./verbs";

const irregular: Readonly<Record<string, string>> = {
  become: "became",
  begin: "began",
  break: "broke",
  bring: "brought",
  build: "built",
  buy: "bought",
  catch: "caught",
  choose: "chose",
  cut: "cut",
  draw: "drew",
  drive: "drove",
  fall: "fell",
  fight: "fought",
  find: "found",
  flee: "fled",
  forbid: "forbade",
  force: "forced",
  get: "got",
  give: "gave",
  go: "went",
  grow: "grew",
  hit: "hit",
  hold: "held",
  hurt: "hurt",
  keep: "kept",
  lead: "led",
  leave: "left",
  lose: "lost",
  make: "made",
  meet: "met",
  pay: "paid",
  put: "put",
  rise: "rose",
  run: "ran",
  sell: "sold",
  send: "sent",
  set: "set",
  shoot: "shot",
  spend: "spent",
  spread: "spread",
  strike: "struck",
  take: "took",
  throw: "threw",
  win: "won",
  write: "wrote",
};

/** The base of an -ing form the rules know as a verb: "injuring" is of "injure", "cutting" of "cut"; else null. */
export function baseOfIng(word: string): string | null {
  const stem = /^([a-z]{2,})ing$/.exec(word)?.[1];
  if (stem === undefined) return null;
  const single = /([b-df-hj-np-tv-z])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  return [`${stem}e`, stem, single].find((base) => isVerbBase(base)) ?? null;
}

/** The past form of a base. */
export function pastForm(base: string): string {
  const known = irregular[base];
  if (known !== undefined) return known;
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

/** Whether a finite verb tells of the past: "attacked", "fell", "had", "was". */
export const isPastVerb = (word: string): boolean =>
  /(?:[a-z]{2}ed|^was|^were|^did|^had)$/.test(word) || isIrregularPast(word);
