import { clause, clauseSubject, saysLittle, tidy } from "./clause";
import type { Clause } from "./clause";
import { startsClause } from "./clause-joints";
import type { Token } from "./tokens";
import { contrasts, determiners, subjectPronouns, subordinators } from "./word-lists";

/** Facts inside a clause: "... after Johnson told it to fight", "... why his party left". */
export function innerClauses(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  for (let k = from + 2; k < to; k += 1) {
    const token = tokens[k];
    if (!token || token.quoted || token.nested || !opensInner(tokens, finite, k, host)) continue;
    if (!finite.slice(from, k).some(Boolean) || !startsClause(tokens, finite, k + 1, to)) continue;
    if (saysLittle(tokens, { from: k + 1, to })) break;
    const matrix = host.subject ?? clauseSubject(tokens, finite, host, k);
    const inner: Clause = {
      ...clause("inner", k + 1, to),
      connector: token.lower,
      matrix,
    };
    const mark = tokens[k - 1]?.lower === "even" ? k - 1 : k;
    if (partsHost(tokens, host, k)) host.words = tidy(tokens, { from, to: mark });
    return [inner];
  }
  return [];
}

function opensInner(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  host: Clause,
): boolean {
  const { lower = "" } = tokens[k] ?? {};
  const before = tokens[k - 1]?.lower ?? "";
  const next = tokens[k + 1];
  if (lower === "once" || next?.word !== true) return false;
  if (host.kind === "relative" && k <= host.words.from + 2) return false;
  if (lower === "since" && /^\d/.test(next.text)) return false;
  // "declined to say when": a question, not a fact.
  if (lower === "when" && asked.test(before)) return false;
  if (lower === "as") return isAccompanied(tokens, finite, k, host);
  if (contrasts.has(lower))
    return (
      (before === "even" || !subjectPronouns.has(next.lower)) && before !== "as" && before !== "a"
    );
  return (subordinators.has(lower) || lower === "why") && before !== "as";
}

const asked = /^(?:say|know|ask|asked|clear|tell|decide|about|on|of)$/;

/** "dropped by 36,000 as 837,000 applied for aid": two facts at one time; not "as fast as it could", "as he said". */
function isAccompanied(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  { words, kind }: Clause,
): boolean {
  if (kind === "relative") return false;
  const before = tokens[k - 1]?.lower ?? "";
  const next = tokens[k + 1];
  if (!next || /^(?:such|same|so|just|even|well|known|far|long|soon|much|many|if)$/.test(before))
    return false;
  const compared = tokens
    .slice(Math.max(words.from, k - 4), k)
    .some(({ lower }) => /^(?:as|same|so|such)$/.test(lower));
  const verb = finite.findIndex((is, i) => is && i > k + 1);
  const subject = tokens.slice(k + 1, verb);
  const opens =
    next.capital ||
    (determiners.has(next.lower) && !/^an?$/.test(next.lower)) ||
    /^\d/.test(next.text) ||
    /[a-z]{3}s$/.test(next.lower);
  return (
    !compared &&
    opens &&
    verb > 0 &&
    verb < words.to - 1 &&
    subject.length < 9 &&
    subject.every(({ word, lower }) => word && !/^(?:of|who|which|that|to)$/.test(lower))
  );
}

const measured = /^(?:hours?|days?|minutes?|weeks?|months?|years?|shortly|soon|just|even|only)$/;

/** Whether what stands before the word can be judged without what stands behind it. */
function partsHost(tokens: readonly Token[], { kind, words }: Clause, k: number): boolean {
  const { lower = "" } = tokens[k] ?? {};
  if (kind === "relative" || k - words.from < 4 || commandAfter(tokens, k, words.to)) return false;
  if (lower === "as" || contrasts.has(lower)) return true;
  return /^(?:after|when|once)$/.test(lower) && !measured.test(tokens[k - 1]?.lower ?? "");
}

/** "after Johnson told it to fight": such an "after" claims a cause, so the two stay one claim. */
export const commandAfter = (tokens: readonly Token[], k: number, to: number): boolean =>
  tokens[k]?.lower === "after" &&
  tokens
    .slice(k, to)
    .some((token) =>
      /^(?:told|ordered|urged|asked|forced|warned|pressured|threatened|convinced|persuaded|instructed)$/.test(
        token.lower,
      ),
    );
