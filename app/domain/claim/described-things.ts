import { isKindOfOrganisation } from "./organisations";
import type { Step } from "./pronoun";
import { lastCountry } from "./referents";
import type { Scene } from "./scene";
import type { Token } from "./tokens";
import { dealWords, honorifics, prepositions, roleWords } from "./word-lists";

/** "The US", "the Netherlands", but "France". */
const withArticle = (country: string): string =>
  /^(?:u\.?s|u\.?k|usa|u\.s\.a|united|netherlands|philippines|bahamas|maldives|gambia|eu)\b/i.test(
    country,
  )
    ? `the ${country}`
    : country;

const firstWord = (tokens: readonly Token[]): number => tokens.findIndex((token) => token.word);

export function thingDescribed(scene: Scene, i: number, notes: Set<string>): Step {
  const { tokens, referents, text } = scene;
  const keep: Step = { to: i + 1, words: null };
  const article = tokens[i];
  const next = tokens[i + 1];
  if (!article || !next) return keep;
  const demonstrative = article.lower !== "the";
  if (demonstrative && (next.lower === "country" || next.lower === "nation")) {
    const country = lastCountry(tokens, i) ?? referents.country;
    if (country !== null) return { to: i + 2, words: country };
    notes.add(`which country “${article.lower} ${next.lower}” is`);
    return keep;
  }
  const owned = /^(?:country|nation)(['’]s)?$/.exec(next.text);
  if (
    !demonstrative &&
    owned &&
    !/^(?:of|that|which|where|with)$/.test(tokens[i + 2]?.lower ?? "")
  ) {
    const country = referents.onlyCountry();
    const told = lastCountry(tokens, i) !== null;
    if (country !== null && !told)
      return { to: i + 2, words: `${withArticle(country)}${owned[1] ?? ""}` };
    if (told) return keep;
    const likely = referents.likelyCountry();
    if (likely === null) {
      notes.add(`which country “the ${next.lower}” is`);
      return keep;
    }
    notes.add(`whether “the ${next.lower}” is ${likely}`);
    return { to: i + 2, words: `${withArticle(likely)}${owned[1] ?? ""}` };
  }
  const organisation = next.lower.replace(/['’]s$/, "");
  if (
    !demonstrative &&
    isKindOfOrganisation(organisation) &&
    !next.capital &&
    i === firstWord(tokens)
  ) {
    const apart = /^(?:of|for|that|which|who|in|at|behind|from)$/.test(tokens[i + 2]?.lower ?? "");
    if (!apart) notes.add(`which ${organisation} “the ${organisation}” is`);
  }
  const head = [i + 3, i + 2, i + 1].find(
    (k) =>
      dealWords.has(tokens[k]?.lower ?? "") &&
      tokens
        .slice(i + 1, k)
        .every((each) => each.word && !prepositions.has(each.lower) && !each.capital),
  );
  if (head !== undefined) {
    const after = tokens[head + 1]?.lower ?? "";
    const told =
      referents.deal !== null && referents.deal.told !== "" && referents.deal.at < article.start;
    const toldApart = /^(?:of|on|to|between|with|for|that|which|signed|reached|under)$/.test(after);
    if (told && !toldApart) {
      const words = text.slice(next.start, tokens[head]?.end);
      const the = article.capital ? "The" : "the";
      return { to: head + 1, words: `${the} ${words} ${referents.deal?.told ?? ""}` };
    }
    if (!toldApart) notes.add(`which ${tokens[head]?.lower ?? "one"} is meant`);
    return keep;
  }
  const noun = next.word && /^[a-z]{4,}$/.test(next.lower) && !prepositions.has(next.lower);
  if (
    demonstrative &&
    article.lower === "this" &&
    noun &&
    !/^(?:year|month|week|time|weekend|summer|winter|spring|autumn)$/.test(next.lower)
  ) {
    notes.add(`what “this ${next.lower}” refers to`);
  }
  const role =
    roleWords.has(next.lower) &&
    !tokens[i + 2]?.capital &&
    !/^(?:of|for)$/.test(tokens[i + 2]?.lower ?? "");
  if (role && !honorifics.has(next.lower)) notes.add(`who “${article.lower} ${next.lower}” is`);
  return keep;
}
