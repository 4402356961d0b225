import type { Token } from "./tokens";
import { isSomebody } from "./unnamed-people";
import { prepositions, roleWords } from "./word-lists";

/** "the spokesman, Daniel Osei," or "Anita Rao, president of": a role on the other side of a comma. */
export function isDescribed(tokens: readonly Token[], from: number, to: number): boolean {
  const isRole = (token: Token) => roleWords.has(token.lower);
  if (tokens[from - 1]?.text === "," && tokens.slice(Math.max(0, from - 5), from).some(isRole)) {
    return true;
  }
  // "The developer is Zigmund Brach, who": things are "which".
  if (tokens[to]?.text === "," && tokens[to + 1]?.lower === "who") return true;
  // "Lee Marsden, 52, was waiting"
  const aged = /^\d{1,3}$/.test(tokens[to + 1]?.text ?? "") && tokens[to + 2]?.text === ",";
  return tokens[to]?.text === "," && (aged || tokens.slice(to + 1, to + 7).some(isRole));
}

const owned = /^(?:his|her|their)$|['’]s?$/i;

/** The roles said of a name just before it: "former Prime Minister of Italy Giuseppe Conte". */
export function rolesBefore(tokens: readonly Token[], from: number, to: number): string[] {
  const roles = new Set<string>();
  // "Prosecuting, Ann Lee said": what she does in court opens the sentence.
  const inCourt = /^(?:prosecuting|defending|mitigating)$/.test(tokens[from - 2]?.lower ?? "");
  if (inCourt && tokens[from - 1]?.text === ",") roles.add("barrister").add("lawyer");
  // "The infrastructure minister, Helena Ferreira,": the comma stands between role and name.
  const start = tokens[from - 1]?.text === "," && tokens[to]?.text === "," ? from - 2 : from - 1;
  for (let i = start; i >= 0 && i >= start - 5; i -= 1) {
    const token = tokens[i];
    if (!token?.word || token.lower.endsWith("'s")) break;
    // "The bishop at St Paul": who the one is says nothing of the other.
    if (prepositions.has(token.lower) && !/^(?:of|for|in)$/.test(token.lower)) break;
    // "The manager told Sky Sports": whoever is told holds no such office.
    if (/^(?:told|asked|informed|said)$/.test(token.lower)) break;
    const role = roleWords.get(token.lower);
    if (role !== undefined)
      roles.add(
        token.lower === "minister" && tokens[i - 1]?.lower === "prime" ? "prime minister" : role,
      );
    // "His mother, Ann Lee,": whoever that is later is she.
    else if (i >= start - 1 && owned.test(tokens[i - 1]?.text ?? "") && isSomebody(token.lower)) {
      roles.add(token.lower);
    }
  }
  return [...roles];
}

/** The roles said of a name just after it: "Anita Rao, president of the college". */
export function rolesAfter(tokens: readonly Token[], to: number): string[] {
  if (tokens[to]?.text !== ",") return [];
  const roles = new Set<string>();
  for (const token of tokens.slice(to + 1, to + 7)) {
    if (!token.word || /^(?:of|for|said|and|whose|which|where)$/.test(token.lower)) break;
    const role = roleWords.get(token.lower);
    if (role !== undefined) roles.add(role);
  }
  return [...roles];
}
